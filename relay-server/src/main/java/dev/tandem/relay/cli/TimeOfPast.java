package dev.tandem.relay.cli;

import dev.tandem.relay.config.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a moment as people write it: so long ago, a day, or an instant.
final class TimeOfPast implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String written) {
        Optional<Duration> ago = Durations.read(written);
        try {
            return ago.isPresent()
                    ? Instant.now().minus(ago.get())
                    : written.contains("T")
                            ? Instant.parse(written)
                            : LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException _) {
            throw new TypeConversionException(
                    "'" + written + "' is no time; write for instance 24h, 7d or 2030-01-31");
        }
    }
}
