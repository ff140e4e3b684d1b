package dev.tandem.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;

@ExtendWith(OnStage.class)
final class AppearanceTest {
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Handler listener = new Listener();
    private Appearance appearance;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Logger.getLogger("javafx.css").addHandler(listener);
        appearance = new Appearance(Theme.LIGHT);
        scene = new Scene(Gallery.create(), 980, 640);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void drawsEveryControlWithColoursThatAreThere(Theme theme) throws IOException {
        Image picture =
                Fx.call(() -> {
                    appearance.setTheme(theme);
                    return Snapshots.of(scene);
                });
        Path file = Path.of("target", "pictures", "gallery-" + theme.name().toLowerCase() + ".png");
        Snapshots.write(picture, file);

        assertThat(Files.size(file)).isPositive();
        assertThat(picture.getPixelReader().getColor(500, 600))
                .isEqualTo(Color.web(theme == Theme.DARK ? "#0d1117" : "#ffffff"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void tellsWhetherItIsDark() {
        Fx.call(() -> {
            assertThat(appearance.darkProperty().get()).isFalse();
            appearance.setTheme(Theme.DARK);
            assertThat(appearance.darkProperty().get()).isTrue();
            return null;
        });
    }

    private final class Listener extends Handler {
        @Override
        public void publish(LogRecord entry) {
            complaints.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
