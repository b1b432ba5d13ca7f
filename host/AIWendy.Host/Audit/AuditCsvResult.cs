using System.Globalization;
using System.Text;

namespace AIWendy.Host.Audit;

/// <summary>Writes entries as a CSV file while they are read.</summary>
internal sealed class AuditCsvResult(IAsyncEnumerable<AuditEntry> entries) : IResult, IStatusCodeHttpResult
{
    private const string Head = "sequence,at,user_id,user_name,action,subject,outcome,before,after,details,address,user_agent,request_id\r\n";

    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
        response.Headers.CacheControl = "no-store";
        await using StreamWriter writer = new(response.Body, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(Head);
        await foreach (AuditEntry entry in entries)
        {
            await writer.WriteAsync(Line(entry).AsMemory(), httpContext.RequestAborted);
        }
    }

    private static string Line(AuditEntry entry) => string.Join(',', ((string?[])
    [
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        entry.At.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        entry.UserId.ToString("D"),
        entry.UserName,
        entry.Action,
        entry.Subject,
        entry.Outcome,
        entry.Before?.ToJsonString(),
        entry.After?.ToJsonString(),
        entry.Details.ToJsonString(),
        entry.Address,
        entry.UserAgent,
        entry.RequestId,
    ]).Select(Field)) + "\r\n";

    // Whoever names himself "=HYPERLINK(...)" must not reach into the spreadsheet of the administrator who opens the file.
    private static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        string safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }
}
