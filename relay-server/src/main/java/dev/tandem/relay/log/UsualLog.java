package dev.tandem.relay.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.tandem.relay.config.LogConfig;

/// What Logback takes for its configuration, here and in an application that has a relay in it. It
/// looks for no file, so that nobody can put one in its way.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class UsualLog extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Log.set(context, LogConfig.USUAL);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
