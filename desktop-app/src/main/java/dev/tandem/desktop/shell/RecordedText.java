package dev.tandem.desktop.shell;

import static dev.tandem.desktop.fx.Nodes.growing;
import static dev.tandem.desktop.fx.Nodes.keepFresh;
import static dev.tandem.desktop.fx.Nodes.named;
import static dev.tandem.desktop.fx.Nodes.styled;

import dev.tandem.desktop.editor.CodeEditor;
import dev.tandem.desktop.editor.PersonMark;
import dev.tandem.desktop.editor.Written;
import dev.tandem.desktop.fx.PersonColor;
import dev.tandem.desktop.fx.TabStrip;
import dev.tandem.desktop.language.Languages;
import dev.tandem.desktop.replay.AuthorSpan;
import dev.tandem.desktop.replay.Lane;
import dev.tandem.desktop.replay.Moment;
import dev.tandem.desktop.replay.Moment.Page;
import dev.tandem.desktop.replay.ReplayModel;
import dev.tandem.desktop.session.Follow;
import dev.tandem.protocol.id.DocumentId;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.room.Document;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The documents of a recording as they were, in the editor of the live room, where nobody can
/// write. FX thread.
final class RecordedText extends VBox {
    private final ReplayModel model;
    private final Follow follow;
    private final Map<ParticipantId, Lane> people;
    private final CodeEditor editor = named("editor", new CodeEditor());
    private final Label revision = named("revision", styled(new Label(), "muted", "tabular"));
    private Map<DocumentId, String> names = Map.of();
    private Map<DocumentId, TabStrip.Tab> tabs = Map.of();
    private @Nullable Page shown;
    private boolean showing;

    RecordedText(ReplayModel model, Follow follow) {
        this.model = model;
        this.follow = follow;
        people = model.story().lanes().stream().collect(Collectors.toMap(Lane::id, lane -> lane));
        revision.setMinWidth(USE_PREF_SIZE);
        editor.setEditable(false);
        editor.keepWidth();
        editor.setPeople(
                people.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e ->
                                                new PersonMark(
                                                        e.getValue().name(),
                                                        e.getValue().color()))));
        editor.setOnAct(this::stopFollowing);
        getChildren().addAll(new TabStrip(), growing(editor));
        model.momentProperty()
                .subscribe(moment -> {
                    if (moment != null) {
                        show(moment);
                    }
                });
        keepFresh(this::lookWhereTheyWrite, follow.followedProperty(), model.followingProperty());
    }

    CodeEditor editor() {
        return editor;
    }

    private void stopFollowing() {
        follow.stop();
        model.followingProperty().set(false);
    }

    private void show(Moment moment) {
        showTabs(moment);
        Page page = moment.page();
        if (page == null) {
            editor.setText("");
            revision.setText("");
        } else {
            showText(page, moment.writer());
            editor.showSelections(page.carets());
            editor.showAuthors(page.authors().stream().map(this::written).toList());
            revision.setText(
                    String.format(
                            Locale.ENGLISH,
                            "revision %,d of %,d",
                            page.revision(),
                            model.story().revisions().getOrDefault(page.doc(), 0)));
        }
        shown = page;
        lookWhereTheyWrite();
    }

    private void showText(Page page, @Nullable ParticipantId writer) {
        if (shown == null || !shown.language().equals(page.language())) {
            editor.setLanguage(page.language());
        }
        if (shown == null || page.step() == null) {
            editor.setText(page.text());
        } else if (!page.step().isIdentity()) {
            if (writer == null) {
                editor.apply(page.step());
            } else {
                editor.apply(page.step(), writer);
            }
        }
    }

    private Written written(AuthorSpan span) {
        Lane lane = people.get(span.by());
        return new Written(
                span.from(), span.to(), lane == null ? PersonColor.of("") : lane.color());
    }

    /// Whoever was chosen among the people comes before whoever writes.
    private void lookWhereTheyWrite() {
        ParticipantId chosen = follow.followedProperty().get();
        Moment moment = model.momentProperty().get();
        boolean follows = model.followingProperty().get() && moment != null;
        editor.follow(chosen != null ? chosen : follows ? moment.writer() : null);
    }

    private void showTabs(Moment moment) {
        Map<DocumentId, String> open = new LinkedHashMap<>();
        for (Document document : moment.state().documents().values()) {
            open.put(document.doc(), name(document));
        }
        showing = true;
        if (!open.equals(names)) {
            names = open;
            makeTabs();
        }
        TabStrip.Tab tab = moment.page() == null ? null : tabs.get(moment.page().doc());
        if (tab != null) {
            tab.setSelected(true);
        }
        showing = false;
    }

    private void makeTabs() {
        TabStrip strip = new TabStrip();
        tabs = new LinkedHashMap<>();
        names.forEach((doc, name) -> {
            TabStrip.Tab tab = strip.add(name);
            tab.selectedProperty().subscribe(selected -> choose(doc, selected));
            tabs.put(doc, tab);
        });
        strip.end(revision);
        getChildren().set(0, strip);
    }

    private void choose(DocumentId doc, boolean selected) {
        if (selected && !showing) {
            follow.stop();
            model.choose(doc);
        }
    }

    /// The main document is called after its language, as in the live room.
    private static String name(Document document) {
        return document.doc().equals(DocumentId.MAIN)
                ? DocumentId.MAIN + "." + Languages.of(document.language()).extension()
                : document.name();
    }
}
