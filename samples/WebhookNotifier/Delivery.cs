using System.Net.Http.Headers;
using System.Text;

namespace WebhookNotifier;

/// <summary>Sends one notification. After a crash it may be sent again: the key tells the other side that it is the same.</summary>
internal sealed partial class Delivery(ISettings<WebhookSettings> settings, IOutboundHttp outbound, ILogger<Delivery> logger) : IPluginJob
{
    public const string Name = "deliver";

    public async Task ExecuteAsync(JobContext context, CancellationToken cancellationToken)
    {
        WebhookSettings current = await settings.GetAsync(cancellationToken);
        if (current.Address.Length == 0 || context.Argument is null)
        {
            return;
        }

        using HttpClient client = outbound.CreateClient();
        using HttpRequestMessage request = new(HttpMethod.Post, outbound.Validate(current.Address))
        {
            Content = new StringContent(context.Argument, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add("Idempotency-Key", context.FireId);
        using HttpResponseMessage response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        LogSent(logger, (int)response.StatusCode);
    }

    [LoggerMessage(1, LogLevel.Information, "The webhook answered {Status}")]
    private static partial void LogSent(ILogger logger, int status);
}
