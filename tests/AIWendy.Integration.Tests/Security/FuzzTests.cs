using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using AIWendy.Integration.Tests.Data;
using AIWendy.Integration.Tests.Security.Api;

namespace AIWendy.Integration.Tests.Security;

[Collection(PostgresCollection.Name)]
public sealed partial class FuzzTests(PostgresFixture postgres)
{
    private const int Requests = 5000;
    private const int Seed = 20261123;
    private const int Workers = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Five_thousand_hostile_requests_meet_no_fault_no_hang_and_no_trace()
    {
        ApiDocument document = ApiDocument.Read(BuiltPlugins.Repository);
        await using ProductHost host = await ProductHost.StartAsync(postgres, signIn: false);
        using HttpClient guest = host.NewClient();
        guest.Timeout = Patience;
        ConcurrentBag<string> failures = [];
        ConcurrentDictionary<int, int> statuses = [];
        ApiFuzz fuzz = new(document, new Random(Seed));
        FuzzRequest[] requests = [.. Enumerable.Range(0, Requests).Select(number => fuzz.Next(document.Operations[number % document.Operations.Count]))];
        Stopwatch watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (request, cancellationToken) =>
        {
            if (await SendAsync(guest, request, statuses, cancellationToken) is { } failure && failures.Count < 40)
            {
                failures.Add($"{failure}: {await request.DescribeAsync()}");
            }
        });

        Console.WriteLine($"{Requests} hostile requests in {watch.Elapsed.TotalSeconds:0.0} s: {string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} x {pair.Key}"))}");
        failures.Should().BeEmpty();
        statuses.Where(pair => pair.Key is >= 200 and < 300).Sum(pair => pair.Value).Should().BeGreaterThan(Requests / 20, "requests that never get past the form test little");
    }

    [Theory]
    [InlineData("GET /api/\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /api/me HTTP/1.1\r\nHost: localhost\r\nX-Request-ID: \xff\xfe\r\n\r\n")]
    [InlineData("GET /api/me HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("POST /api/conversations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}")]
    [InlineData("POST /api/conversations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /api/conversations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n")]
    [InlineData("GET http://other.example/api/me HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("BREW /api/me HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /api/me HTTP/9.9\r\nHost: localhost\r\n\r\n")]
    public async Task What_is_hardly_http_is_refused_and_nothing_more(string request)
    {
        await using Plugins.Installation.WholeHost host = await Plugins.Installation.WholeHost.StartAsync(await postgres.CreateDatabaseAsync());
        using TcpClient connection = new("127.0.0.1", host.Settings.Port);
        await using NetworkStream stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        connection.Client.Shutdown(SocketShutdown.Send);
        using CancellationTokenSource limit = new(Patience);
        using StreamReader reader = new(stream, Encoding.UTF8);
        string answer = await reader.ReadToEndAsync(limit.Token);

        answer.Should().NotMatchRegex("^HTTP/1.1 5");
        Trace().IsMatch(answer).Should().BeFalse(answer);
        using HttpResponseMessage after = await host.Client.GetAsync("/healthz/live");
        after.EnsureSuccessStatusCode();
    }

    /// <summary>Null when the answer is one that a hostile request should get.</summary>
    private static async Task<string?> SendAsync(HttpClient client, FuzzRequest request, ConcurrentDictionary<int, int> statuses, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request.Request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            int status = (int)response.StatusCode;
            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
            if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
            {
                return null;
            }

            string text = await response.Content.ReadAsStringAsync(cancellationToken);
            return status >= 500 ? $"{status} {text}"
                : status >= 400 && Trace().IsMatch(text) ? $"a trace in {text}"
                : status >= 400 && text.Length > 0 && response.Content.Headers.ContentType?.MediaType != "application/problem+json" ? $"{status} without problem details"
                : null;
        }
        catch (OperationCanceledException)
        {
            return "no answer in time";
        }
        catch (HttpRequestException exception)
        {
            return "the connection broke: " + exception.Message;
        }
    }

    [GeneratedRegex(@"\bat [A-Z][\w.]+\(|System\.\w+Exception|Npgsql|PostgresException|\.cs:line|StackTrace|/plugins/core/")]
    private static partial Regex Trace();
}
