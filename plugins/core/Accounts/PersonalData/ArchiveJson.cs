using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AIWendy.Plugins.Accounts.PersonalData;

/// <summary>How an archive spells its parts.</summary>
internal static class ArchiveJson
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>One line, with letters of every language as they are: nobody puts it into a page unescaped.</summary>
    public static readonly JsonSerializerOptions Compact = Options(indented: false);

    public static readonly JsonSerializerOptions Readable = Options(indented: true);

    /// <summary>A text as part of a path that cannot leave its folder.</summary>
    public static string FileName(string? text) =>
        new([.. (text ?? string.Empty).Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' ? character : '_').Take(80)]);

    /// <summary>Ending of a file by its first bytes.</summary>
    public static string Extension(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ".png",
        [0xFF, 0xD8, 0xFF, ..] => ".jpg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => ".webp",
        [(byte)'P', (byte)'K', 3, 4, ..] => ".zip",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ".pdf",
        _ when head.IndexOfAnyInRange((byte)0, (byte)8) < 0 && head.IndexOfAnyInRange((byte)14, (byte)31) < 0 => ".txt",
        _ => ".bin",
    };

    private static JsonSerializerOptions Options(bool indented)
    {
        JsonSerializerOptions options = new()
        {
            WriteIndented = indented,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ArchiveJsonContext.Default),
        };
        options.MakeReadOnly();
        return options;
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(System.Text.Json.Nodes.JsonNode))]
[System.Text.Json.Serialization.JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
[System.Text.Json.Serialization.JsonSerializable(typeof(System.Text.Json.Nodes.JsonArray))]
[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
[System.Text.Json.Serialization.JsonSerializable(typeof(int))]
[System.Text.Json.Serialization.JsonSerializable(typeof(long))]
[System.Text.Json.Serialization.JsonSerializable(typeof(bool))]
[System.Text.Json.Serialization.JsonSerializable(typeof(Guid))]
[System.Text.Json.Serialization.JsonSerializable(typeof(DateTimeOffset))]
internal sealed partial class ArchiveJsonContext : System.Text.Json.Serialization.JsonSerializerContext;
