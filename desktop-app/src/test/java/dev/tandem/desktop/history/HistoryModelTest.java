package dev.tandem.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.desktop.history.HistoryModel.Place;
import dev.tandem.desktop.history.HistoryModel.Stage;
import dev.tandem.desktop.history.SignInModel.Field;
import dev.tandem.desktop.history.SignInModel.Remark;
import dev.tandem.protocol.api.ProblemCode;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// Where one looks for past interviews, and signing in, without a window and without a relay.
class HistoryModelTest {
    private final FakePlaces places = new FakePlaces(new FakeArchive(2));
    private final HistoryModel model =
            new HistoryModel(
                    places, new Clock(InstantSource.system(), Runnable::run, Runnable::run));

    private SignInModel signIn() {
        return ((Stage.SigningIn) model.stageProperty().get()).model();
    }

    private Stage.Open open() {
        return (Stage.Open) model.stageProperty().get();
    }

    @Test
    void thisComputerIsFirst() {
        assertThat(open().where()).isEqualTo("this computer");
        assertThat(open().model().pages().rows()).hasSize(2);
        model.leave();
        assertThat(places.users).isZero();
    }

    @Test
    void whatCannotBeStartedIsTriedAgain() {
        places.failure = "Another application uses the folder.";
        model.open();
        assertThat(model.stageProperty().get())
                .isEqualTo(new Stage.Failed("Another application uses the folder."));
        places.failure = "";
        model.open();
        assertThat(open().where()).isEqualTo("this computer");
    }

    @Test
    void aRelayWantsToKnowWhoOneIs() {
        model.goTo(Place.RELAY);
        signIn().property(Field.RELAY).set("no address");
        signIn().signIn();
        assertThat(signIn().remarkProperty().get().field()).isEqualTo(Field.RELAY);
        signIn().property(Field.RELAY).set("relay.example.org");
        signIn().signIn();
        assertThat(signIn().remarkProperty().get())
                .isEqualTo(new Remark(Field.PASSWORD, "Write your password.", true));
        assertThat(places.tried).isEmpty();

        signIn().property(Field.PASSWORD).set("wrong");
        signIn().signIn();
        assertThat(signIn().remarkProperty().get().field()).isEqualTo(Field.PASSWORD);
        signIn().property(Field.PASSWORD).set(FakePlaces.PASSWORD);
        signIn().signIn();
        assertThat(open().where()).isEqualTo("relay.example.org");
        assertThat(open().model().pages().rows()).hasSize(3);
    }

    @Test
    void aCodeIsAskedForWhereOneIsWanted() {
        places.secondStep = true;
        model.goTo(Place.RELAY);
        signIn().property(Field.PASSWORD).set(FakePlaces.PASSWORD);
        signIn().signIn();
        assertThat(signIn().codeWantedProperty().get()).isTrue();
        assertThat(signIn().remarkProperty().get())
                .isEqualTo(new Remark(Field.CODE, "Write the code.", false));
        signIn().property(Field.CODE).set("1");
        signIn().signIn();
        assertThat(signIn().remarkProperty().get())
                .isEqualTo(new Remark(Field.CODE, "The code is not right.", true));
        assertThat(signIn().property(Field.CODE).get()).as("good once").isEmpty();
        signIn().property(Field.CODE).set(FakePlaces.CODE);
        signIn().signIn();
        assertThat(open().where()).isEqualTo("relay.example.org");
    }

    @Test
    void oneStaysSignedInUntilOneSignsOutOrTheRelayForgets() {
        model.goTo(Place.RELAY);
        signIn().property(Field.PASSWORD).set(FakePlaces.PASSWORD);
        signIn().signIn();
        model.goTo(Place.HERE);
        assertThat(open().where()).isEqualTo("this computer");
        model.goTo(Place.RELAY);
        assertThat(open().where()).isEqualTo("relay.example.org");

        places.onRelay.failure = "Log in first.";
        places.onRelay.code = ProblemCode.UNAUTHORIZED;
        open().model().load();
        assertThat(places.signedIn()).isNull();
        assertThat(signIn().property(Field.RELAY).get()).isEqualTo("relay.example.org");
    }
}
