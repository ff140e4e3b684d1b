package dev.tandem.desktop.fx;

import java.util.List;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;

/// Gives a test's [Start] method the first stage, the test a robot, and ends what is left open. It
/// does what TestFX's `ApplicationExtension` does, but waits for frames in place of times.
public final class OnStage implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final FxRobot robot = new DirectRobot();

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        Object test = context.getRequiredTestInstance();
        AnnotationSupport.findAnnotatedMethods(
                        test.getClass(), Start.class, HierarchyTraversalMode.TOP_DOWN)
                .forEach(start -> Fx.run(() -> ReflectionSupport.invokeMethod(start, test, stage)));
        Fx.waitForFrames();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Fx.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        FxToolkit.cleanupInput(robot);
        Fx.waitForFrames();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FxRobot.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return robot;
    }
}
