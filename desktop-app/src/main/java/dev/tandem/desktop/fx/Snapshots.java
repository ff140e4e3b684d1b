package dev.tandem.desktop.fx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// Pictures of what a window shows, as PNG files.
public final class Snapshots {
    private Snapshots() {}

    /// What a scene shows at the moment. FX thread.
    public static Image of(Scene scene) {
        return scene.snapshot(null);
    }

    /// What a part of a scene shows at the moment. FX thread.
    public static Image of(Node node) {
        return node.snapshot(null, null);
    }

    /// Writes a picture, and the folders it needs. Any thread; it waits for the disk.
    public static void write(Image picture, Path file) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("This Java has no PNG writer");
        }
    }
}
