using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime.Text;

namespace Callout.Sqlite;

// SQLite has few types: ids become 16 big-endian bytes and instants microseconds, so that both sort as they do in PostgreSQL.

internal sealed class IdBytes<TId>() : ValueConverter<TId, byte[]>(id => id.Value.ToByteArray(true), bytes => Read(bytes)) where TId : struct, IId<TId>
{
    private static TId Read(byte[] bytes) => TId.From(new Guid(bytes, true));
}

internal sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

internal sealed class InstantMicroseconds() : ValueConverter<Instant, long>(at => at.ToUnixTimeTicks() / 10, micros => Instant.FromUnixTimeTicks(micros * 10));

internal sealed class DurationMicroseconds() : ValueConverter<Duration, long>(d => d.BclCompatibleTicks / 10, micros => Duration.FromTicks(micros * 10));

internal sealed class DateText() : ValueConverter<LocalDate, string>(date => LocalDatePattern.Iso.Format(date), text => LocalDatePattern.Iso.Parse(text).Value);

internal sealed class TimeText() : ValueConverter<LocalTime, string>(time => LocalTimePattern.LongExtendedIso.Format(time), text => LocalTimePattern.LongExtendedIso.Parse(text).Value);

internal sealed class DateTimeText() : ValueConverter<LocalDateTime, string>(at => LocalDateTimePattern.ExtendedIso.Format(at), text => LocalDateTimePattern.ExtendedIso.Parse(text).Value);
