using System.Globalization;
using System.IO.Compression;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>
/// An archive of JSON exports, each of a size that an import takes. What records refer to, accounts and playbooks for
/// example, comes first and stands in every part, so that each part can be imported by itself and in any order.
/// </summary>
internal sealed class ZipExport(Stream output, long partBytes = ZipExport.PartBytes) : IExportWriter
{
    /// <summary>Bytes after which a part ends; with one picture more it still is below the limit of imports.</summary>
    public const long PartBytes = 32L * 1024 * 1024;

    private readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<(ExportTable Table, object?[] Values)> _settings = [];
    private Stream? _entry;
    private JsonExport? _part;
    private ExportTable? _table;
    private int _parts;

    public void Begin(ExportTable table)
    {
        _table = table;
        Part().Begin(table);
    }

    public void Write(ReadOnlySpan<object?> values)
    {
        ExportTable table = _table ?? throw new InvalidOperationException("No table was begun.");
        if (ExportKinds.IsSetting(table.Kind))
        {
            _settings.Add((table, values.ToArray()));
        }
        else if (Part().Written >= partBytes)
        {
            EndPart();
            Part().Begin(table);
        }

        Part().Write(values);
    }

    public void End()
    {
        Part();
        EndPart();
        _zip.Dispose();
    }

    public void Dispose()
    {
        _part?.Dispose();
        _entry?.Dispose();
        _zip.Dispose();
    }

    private JsonExport Part()
    {
        if (_part is not null)
        {
            return _part;
        }

        _parts++;
        _entry = _zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"aiwendy-journal-{_parts:000}.json"), CompressionLevel.Fastest).Open();
        _part = new JsonExport(_entry);
        foreach (IGrouping<ExportTable, (ExportTable Table, object?[] Values)> settings in _settings.GroupBy(setting => setting.Table))
        {
            _part.Begin(settings.Key);
            foreach ((_, object?[] values) in settings)
            {
                _part.Write(values);
            }
        }

        return _part;
    }

    private void EndPart()
    {
        _part!.End();
        _part.Dispose();
        _entry!.Dispose();
        (_part, _entry) = (null, null);
    }
}
