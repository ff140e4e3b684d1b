package dev.tandem.desktop.demo;

import java.nio.file.Path;
import java.util.Locale;

/// Tells what happens as it happens, and keeps a picture of every window at every step.
final class Journal {
    private final Path pictures;
    private int steps;

    Journal(Path pictures) {
        this.pictures = pictures;
    }

    void step(String sentence, Actor... windows) {
        steps++;
        System.out.printf("%2d  %s%n", steps, sentence);
        String slug =
                sentence.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", "");
        for (Actor window : windows) {
            String file = "%02d-%s-%s.png".formatted(steps, slug, window.name());
            window.perform("picture", pictures.resolve(file).toString());
        }
    }

    void say(String sentence) {
        System.out.println(sentence);
    }
}
