package dev.tandem.relay.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.tandem.relay.config.LogConfig;
import org.slf4j.LoggerFactory;

/// The log of this process, on standard error: the relay's own classes say what they are told to,
/// all others only what is wrong.
public final class Log {
    /// Time, level, class, ids and sentence. A sentence stays on its line.
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}%replace( [%X]){' \\[\\]', ''}"
                    + " - %replace(%msg){'[\\r\\n]+', ' '}%n";

    private Log() {}

    /// Has the log look as `config` says, from now on.
    public static void set(LogConfig config) {
        set((LoggerContext) LoggerFactory.getILoggerFactory(), config);
    }

    static void set(LoggerContext context, LogConfig config) {
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(standardError(context, config.format()));
        context.getLogger("dev.tandem").setLevel(Level.toLevel(config.level().name()));
    }

    private static ConsoleAppender<ILoggingEvent> standardError(
            LoggerContext context, LogConfig.Format format) {
        EncoderBase<ILoggingEvent> encoder =
                switch (format) {
                    case TEXT -> text();
                    case JSON -> json();
                };
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    private static EncoderBase<ILoggingEvent> text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return encoder;
    }

    /// Without what says nothing to who runs a relay, and the arguments once more.
    private static EncoderBase<ILoggingEvent> json() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        return encoder;
    }
}
