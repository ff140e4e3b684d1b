package dev.tandem.protocol.room;

import dev.tandem.protocol.event.RoomEvent;
import dev.tandem.protocol.event.RoomEvent.CodeSubmitted;
import dev.tandem.protocol.event.RoomEvent.DocumentClosed;
import dev.tandem.protocol.event.RoomEvent.DocumentOpened;
import dev.tandem.protocol.event.RoomEvent.LanguageChanged;
import dev.tandem.protocol.event.RoomEvent.RunStarted;
import dev.tandem.protocol.event.RoomEvent.TestsChanged;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.Revision;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.id.SubmissionId;
import dev.tandem.protocol.intent.Decision;
import dev.tandem.protocol.intent.Decision.Accepted;
import dev.tandem.protocol.intent.Decision.Refused;
import dev.tandem.protocol.intent.ErrorCode;
import dev.tandem.protocol.intent.Intent.CloseDocument;
import dev.tandem.protocol.intent.Intent.CodeUpdate;
import dev.tandem.protocol.intent.Intent.MalformedCodeUpdate;
import dev.tandem.protocol.intent.Intent.OnDocument;
import dev.tandem.protocol.intent.Intent.OpenDocument;
import dev.tandem.protocol.intent.Intent.RunCode;
import dev.tandem.protocol.intent.Intent.SetLanguage;
import dev.tandem.protocol.intent.Intent.SetTests;
import dev.tandem.protocol.intent.Intent.SubmitCode;
import dev.tandem.protocol.intent.Refusal;
import dev.tandem.protocol.text.Misfit;
import dev.tandem.protocol.text.TextOperation;
import dev.tandem.protocol.text.TextRules;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is decided about documents, once it is known that the author may: existence, then content.
record DocumentDecider(RoomState state) {

    Decision decide(OnDocument intent) {
        return switch (intent) {
            case CodeUpdate update -> in(update.doc(), document -> edit(document, update));
            case MalformedCodeUpdate(var doc, String reason) ->
                    in(doc, document -> new Refused(badOperation(document, reason)));
            case SetLanguage(var doc, String language) ->
                    in(doc, _ -> new Accepted(new LanguageChanged(doc, language)));
            case OpenDocument open -> open(open);
            case CloseDocument(var doc) -> in(doc, _ -> close(doc));
            case RunCode run -> in(run.doc(), document -> run(document, run));
            case SubmitCode submit -> in(submit.doc(), document -> submit(document, submit));
            case SetTests(var doc, var tests) ->
                    in(doc, _ -> new Accepted(new TestsChanged(doc, tests)));
        };
    }

    private Decision in(DocumentId doc, Function<Document, Decision> rule) {
        Document document = state.document(doc);
        return document == null ? new Refused(Refusals.noSuchDocument(doc)) : rule.apply(document);
    }

    private static Decision edit(Document document, CodeUpdate update) {
        Refusal misfit = misfit(document, update);
        if (misfit != null) {
            return new Refused(misfit);
        }
        TextOperation operation =
                document.history().transform(update.operation(), update.revision().value());
        return operation.targetLength() > Limits.DOCUMENT_LENGTH
                ? new Refused(Refusals.tooLarge(operation.targetLength()))
                : new Accepted(
                        new RoomEvent.CodeUpdate(
                                update.doc(),
                                document.revision().next(),
                                operation,
                                document.text().deletedBy(operation),
                                update.undoOf()));
    }

    private static @Nullable Refusal misfit(Document document, CodeUpdate update) {
        int revision = update.revision().value();
        if (update.revision().isAfter(document.revision())) {
            return badOperation(
                    document,
                    update.revision(),
                    "Revision %d is in the future; the document is at %d."
                            .formatted(revision, document.revision().value()));
        }
        Misfit misfit = document.history().check(update.operation(), revision, document.text());
        return misfit == null ? null : badOperation(document, update.revision(), misfit.message());
    }

    private static Refusal badOperation(Document document, String reason) {
        return new Refusal(
                ErrorCode.BAD_OPERATION, reason, Map.of("head", document.revision().value()));
    }

    private static Refusal badOperation(Document document, Revision revision, String reason) {
        return new Refusal(
                ErrorCode.BAD_OPERATION,
                reason,
                Map.of("revision", revision.value(), "head", document.revision().value()));
    }

    /// A run is named by its event's place in the log, which no other event has.
    private Decision run(Document document, RunCode run) {
        int tests = document.tests().size();
        if (run.tests() && tests == 0) {
            return new Refused(Refusals.badMessage("tests", "This document has no tests."));
        }
        return new Accepted(
                new RunStarted(
                        new RunId("run-" + state.seq().next()),
                        document.doc(),
                        document.language(),
                        document.revision(),
                        run.stdin(),
                        run.tests() ? tests : null));
    }

    private Decision submit(Document document, SubmitCode submit) {
        return new Accepted(
                new CodeSubmitted(
                        new SubmissionId("submission-" + state.seq().next()),
                        document.doc(),
                        document.revision(),
                        submit.questionId(),
                        document.text().toString()));
    }

    private Decision open(OpenDocument open) {
        if (state.usedDocuments().contains(open.doc())) {
            return new Refused(
                    Refusals.badMessage("doc", "This document id was used before; take another."));
        }
        String text = TextRules.normalise(open.text() == null ? "" : open.text());
        return text.length() > Limits.DOCUMENT_LENGTH
                ? new Refused(Refusals.tooLarge(text.length()))
                : new Accepted(new DocumentOpened(open.doc(), open.name(), open.language(), text));
    }

    private static Decision close(DocumentId doc) {
        return doc.equals(DocumentId.MAIN)
                ? new Refused(Refusals.badMessage("doc", "The main document stays open."))
                : new Accepted(new DocumentClosed(doc));
    }
}
