package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.changes.ChangesButton;
import dev.tandem.desktop.editor.CodeEditor;
import dev.tandem.desktop.editor.PersonMark;
import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.fx.TabStrip;
import dev.tandem.desktop.language.Language;
import dev.tandem.desktop.language.LanguagePicker;
import dev.tandem.desktop.language.Languages;
import dev.tandem.desktop.session.Change;
import dev.tandem.desktop.session.Follow;
import dev.tandem.desktop.session.RemoteEdit;
import dev.tandem.desktop.session.RemoteEdits;
import dev.tandem.desktop.session.RoomIntents;
import dev.tandem.desktop.session.RoomStore;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.message.RoomSnapshot.You;
import dev.tandem.protocol.role.Capability;
import dev.tandem.protocol.room.Participant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The shared text with its name and language above. FX thread.
final class EditorPane extends VBox {
    private final RoomStore room;
    private final RoomIntents intents;
    private final Follow follow;
    private final CodeEditor editor = named("editor", new CodeEditor());
    private final LanguagePicker language;
    private Set<ParticipantId> present = Set.of();

    EditorPane(
            RoomStore room,
            RoomIntents intents,
            RemoteEdits remote,
            Follow follow,
            NoticeBar notices,
            Node runControls) {
        this.room = room;
        this.intents = intents;
        this.follow = follow;
        language =
                named("language", new LanguagePicker(Languages.of(room.languageProperty().get())));
        TabStrip tabs = new TabStrip();
        tabs.add("").textProperty().bind(language.languageProperty().map(EditorPane::fileName));
        tabs.end(
                named("show-changes", styled(new ChangesButton(room, this::revert), "flat")),
                styled(language, "flat"),
                runControls);
        StackPane stage = new StackPane(editor, new FollowSign(room, follow));
        getChildren().addAll(tabs, growing(stage), notices);
        followText(remote, notices);
        followPeople();
        followLanguage();
        room.runnerProperty().subscribe(language::setRunner);
        keepFresh(this::followRights, room.mayProperty());
    }

    CodeEditor editor() {
        return editor;
    }

    private static String fileName(Language language) {
        return DocumentId.MAIN + "." + language.extension();
    }

    private void followText(RemoteEdits remote, NoticeBar notices) {
        editor.setText(room.text());
        remote.onRemoteEdit(this::showEdit);
        editor.setOnEdit(intents::edit);
        editor.setOnPoint(intents::point);
        editor.setOnRefused(notices::refuse);
    }

    private void showEdit(RemoteEdit edit) {
        if (edit.by() == null) {
            editor.apply(edit.operation());
        } else {
            editor.apply(edit.operation(), edit.by());
        }
    }

    private void revert(Change change) {
        editor.revert(() -> room.revert(change), change.revisions());
    }

    private void followPeople() {
        room.people().addListener((ListChangeListener<Participant>) _ -> showPeople());
        showPeople();
        room.selectionsProperty().subscribe(editor::showSelections);
        follow.followedProperty().subscribe(editor::follow);
        editor.setOnAct(follow::stop);
    }

    private void showPeople() {
        List<Participant> others =
                room.people().stream().filter(person -> !isOneself(person)).toList();
        editor.setPeople(
                others.stream()
                        .collect(Collectors.toMap(Participant::participantId, EditorPane::mark)));
        Set<ParticipantId> before = present;
        present =
                others.stream()
                        .filter(Participant::connected)
                        .map(Participant::participantId)
                        .collect(Collectors.toSet());
        if (!before.containsAll(present)) {
            editor.tellCaretAgain();
        }
    }

    private boolean isOneself(Participant person) {
        You you = room.youProperty().get();
        return you != null && you.participantId().equals(person.participantId());
    }

    private static PersonMark mark(Participant person) {
        return new PersonMark(person.name(), PersonColor.of(person.color()));
    }

    private void followLanguage() {
        keepFresh(this::showLanguage, room.languageProperty(), room.lastRefusalProperty());
        language.languageProperty()
                .subscribe((_, chosen) -> {
                    if (!chosen.id().equals(room.languageProperty().get())) {
                        intents.setLanguage(chosen.id());
                    }
                });
    }

    private void showLanguage() {
        editor.setLanguage(room.languageProperty().get());
        language.languageProperty().set(Languages.of(room.languageProperty().get()));
    }

    private void followRights() {
        editor.setEditable(room.may(Capability.EDIT));
        language.setDisable(!room.may(Capability.EDIT));
    }
}
