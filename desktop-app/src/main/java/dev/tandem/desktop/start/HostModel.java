package dev.tandem.desktop.start;

import dev.tandem.desktop.hosting.RelayAddress;
import dev.tandem.desktop.language.Language;
import dev.tandem.desktop.language.Languages;
import dev.tandem.desktop.start.Doorway.Failure;
import dev.tandem.desktop.start.Doorway.Place;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What is written to host an interview, and what becomes of it. FX thread.
public final class HostModel {
    private final Doorway doorway;
    private final Memory memory;
    private final BooleanProperty here = new SimpleBooleanProperty(this, "here", true);
    private final BooleanProperty openToNetwork = new SimpleBooleanProperty(this, "openToNetwork");
    private final BooleanProperty facts = new SimpleBooleanProperty(this, "facts");
    private final ObjectProperty<Language> language =
            new SimpleObjectProperty<>(this, "language", Languages.ALL.getFirst());
    private final Entry title = new Entry("");
    private final Entry minutes = new Entry("60");
    private final Entry name;
    private final Entry relay;
    private final Entry email;
    private final Entry password = new Entry("");
    private final Entry code = new Entry("");
    private final ReadOnlyBooleanWrapper codeWanted =
            new ReadOnlyBooleanWrapper(this, "codeWanted");
    private final Progress progress = new Progress("Host");

    HostModel(Doorway doorway, Memory memory, Entry name) {
        this.doorway = doorway;
        this.memory = memory;
        this.name = name;
        this.relay = new Entry(memory.recall(Memory.Key.HOST_RELAY, ""));
        this.email = new Entry(memory.recall(Memory.Key.EMAIL, ""));
        relay.textProperty().subscribe((_, _) -> codeWanted.set(false));
        email.textProperty().subscribe((_, _) -> codeWanted.set(false));
    }

    /// On this computer, or else on a relay.
    public BooleanProperty hereProperty() {
        return here;
    }

    public BooleanProperty openToNetworkProperty() {
        return openToNetwork;
    }

    /// Whether the candidates' windows tell facts about themselves.
    public BooleanProperty factsProperty() {
        return facts;
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Entry title() {
        return title;
    }

    /// May stay empty: then nothing is planned.
    public Entry minutes() {
        return minutes;
    }

    public Entry name() {
        return name;
    }

    public Entry relay() {
        return relay;
    }

    public Entry email() {
        return email;
    }

    public Entry password() {
        return password;
    }

    /// Of the second step of signing in.
    public Entry code() {
        return code;
    }

    /// Whether the relay asked for a code.
    public ReadOnlyBooleanProperty codeWantedProperty() {
        return codeWanted.getReadOnlyProperty();
    }

    public Progress progress() {
        return progress;
    }

    public void host() {
        boolean titled = Checks.title(title);
        Optional<Minutes> planned = Checks.minutes(minutes);
        boolean named = Checks.name(name);
        Optional<Place> place = place();
        if (titled && planned.isPresent() && named && place.isPresent()) {
            remember();
            var request =
                    new Doorway.Host(
                            place.get(),
                            title.stripped(),
                            language.get().id(),
                            planned.get().planned(),
                            facts.get(),
                            name.stripped());
            progress.attempt(
                    "Preparing…", watcher -> doorway.host(request, watcher), this::showFailure);
        }
    }

    private Optional<Place> place() {
        if (here.get()) {
            return Optional.of(new Doorway.OnThisComputer(openToNetwork.get()));
        }
        Optional<RelayAddress> address = Checks.relay(relay);
        boolean known = Checks.written(email, "Write your email address.");
        boolean trusted = Checks.written(password, "Write your password.");
        boolean coded = !codeWanted.get() || Checks.written(code, "Write the code.");
        return known && trusted && coded
                ? address.map(at ->
                        new Doorway.OnRelay(
                                at,
                                email.stripped(),
                                password.textProperty().get(),
                                codeWanted.get() ? code.stripped() : null))
                : Optional.empty();
    }

    private void remember() {
        memory.keep(Memory.Key.NAME, name.stripped());
        if (!here.get()) {
            memory.keep(Memory.Key.HOST_RELAY, relay.stripped());
            memory.keep(Memory.Key.EMAIL, email.stripped());
        }
    }

    /// A code is good once, so another try takes another one.
    private void showFailure(Failure failure) {
        code.textProperty().set("");
        switch (failure.cause()) {
            case RECORDED, CODE, OTHER -> title.fail(failure.sentence());
            case NAME -> name.fail(failure.sentence());
            case RELAY -> (here.get() ? title : relay).fail(failure.sentence());
            case ACCOUNT -> password.fail(failure.sentence());
            case SECOND_STEP -> askForCode(failure.sentence());
        }
    }

    private void askForCode(String sentence) {
        if (codeWanted.get()) {
            code.fail(sentence);
        } else {
            codeWanted.set(true);
            code.hint(sentence);
        }
    }
}
