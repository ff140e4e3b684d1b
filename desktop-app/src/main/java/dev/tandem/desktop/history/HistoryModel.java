package dev.tandem.desktop.history;

import dev.tandem.desktop.history.Places.SignedIn;
import dev.tandem.desktop.hosting.Answer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Past interviews, on this computer or on a relay. On its clock's thread.
public final class HistoryModel {
    /// Where one looks.
    public enum Place {
        HERE,
        RELAY
    }

    /// How far one has come.
    public sealed interface Stage {
        record Opening() implements Stage {}

        record SigningIn(SignInModel model) implements Stage {}

        /// There is a list.
        ///
        /// @param where the place in words: `this computer`, `relay.example.org`
        record Open(String where, ListModel model) implements Stage {}

        record Failed(String sentence) implements Stage {}
    }

    private final Places places;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Place> place =
            new ReadOnlyObjectWrapper<>(this, "place", Place.HERE);
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(this, "stage", new Stage.Opening());
    private int openings;

    /// Begins with what is on this computer.
    public HistoryModel(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
        open();
    }

    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    public void goTo(Place wanted) {
        if (wanted != place.get()) {
            place.set(wanted);
            open();
        }
    }

    /// Once more, where it failed.
    public void open() {
        openings++;
        switch (place.get()) {
            case HERE -> openHere(openings);
            case RELAY -> openRelay();
        }
    }

    private void openHere(int opening) {
        stage.set(new Stage.Opening());
        var _ =
                places.here()
                        .thenAcceptAsync(
                                answer -> {
                                    if (opening == openings) {
                                        stage.set(opened(answer));
                                    }
                                },
                                clock.turn());
    }

    private Stage opened(Answer<Archive> answer) {
        return switch (answer) {
            case Answer.Given<Archive>(Archive archive) ->
                    new Stage.Open("this computer", new ListModel(archive, clock, () -> {}));
            case Answer.Failed<Archive>(_, String sentence) -> new Stage.Failed(sentence);
        };
    }

    private void openRelay() {
        SignedIn known = places.signedIn();
        if (known == null) {
            int opening = openings;
            stage.set(
                    new Stage.SigningIn(
                            new SignInModel(
                                    places,
                                    clock,
                                    signedIn -> {
                                        if (opening == openings) {
                                            show(signedIn);
                                        }
                                    })));
        } else {
            show(known);
        }
    }

    private void show(SignedIn signedIn) {
        ListModel list = new ListModel(signedIn.archive(), clock, this::signOut);
        stage.set(new Stage.Open(signedIn.relay(), list));
    }

    public void signOut() {
        places.signOut();
        if (place.get() == Place.RELAY) {
            open();
        }
    }

    /// One has seen enough.
    public void leave() {
        openings++;
        if (stage.get() instanceof Stage.Open(_, ListModel list)) {
            list.cancel();
        }
        places.leave();
    }
}
