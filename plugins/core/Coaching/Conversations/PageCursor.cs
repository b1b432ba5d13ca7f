using System.Buffers.Text;
using System.Globalization;
using System.Text;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Coaching.Conversations;

/// <summary>Where the next page of a list begins.</summary>
internal static class PageCursor
{
    public static string Encode(DateTimeOffset at, Guid id) =>
        Pack(string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}:{id:N}"));

    public static string Encode(int sequence) => Pack(sequence.ToString(CultureInfo.InvariantCulture));

    public static (DateTimeOffset At, Guid Id) DecodeTime(string cursor)
    {
        string[] parts = Unpack(cursor).Split(':');
        if (parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(parts[1], "N", out Guid id))
        {
            return (new DateTimeOffset(ticks, TimeSpan.Zero), id);
        }

        throw Invalid();
    }

    public static int DecodeSequence(string cursor) =>
        int.TryParse(Unpack(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out int sequence) ? sequence : throw Invalid();

    private static string Pack(string text) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text));

    private static string Unpack(string cursor)
    {
        try
        {
            return Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            throw Invalid();
        }
    }

    private static ProblemException Invalid() => ProblemException.Invalid("cursor", Text.Of("The cursor is not one that this list gave out.", "这个游标不是本列表给出的。"));
}
