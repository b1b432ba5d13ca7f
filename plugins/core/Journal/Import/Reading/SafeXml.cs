using System.Xml;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Reading;

/// <summary>Reads XML that nobody vouches for: no document types, no entities, nothing fetched.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        MaxCharactersFromEntities = 1024,
    };

    /// <summary>Opens a reader that closes the stream with itself.</summary>
    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings);

    /// <summary>The answer to a file whose XML is broken or forbidden.</summary>
    public static ProblemException Damaged(XmlException exception) => new(422, "file_damaged", Text.Of(
        $"The file is damaged or holds something that no broker writes (line {exception.LineNumber} of its XML). Export it again, or save it as CSV.",
        $"文件已损坏，或包含券商不会写入的内容（XML 第 {exception.LineNumber} 行）。请重新导出，或另存为 CSV。"));
}
