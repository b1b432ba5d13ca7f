using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Host.Logging;
using AIWendy.Sdk;
using Microsoft.Extensions.Logging;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace AIWendy.Host.Tests.Logging;

public sealed class RedactionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-logs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Authorization: Bearer abcdef123456", "abcdef123456")]
    [InlineData("authorization: Basic dXNlcjpwYXNz", "dXNlcjpwYXNz")]
    [InlineData("the key sk-proj-abcdefghijklmnop is refused", "abcdefghijklmnop")]
    [InlineData("sk-ant-api03-AAAABBBBCCCC", "AAAABBBBCCCC")]
    [InlineData("Host=db;Username=me;Password=hunter2hunter;Database=x", "hunter2hunter")]
    [InlineData("postgres://me:hunter2@db:5432/x", "hunter2")]
    [InlineData("{\"apiKey\":\"abc123def456\",\"model\":\"x\"}", "abc123def456")]
    [InlineData("x-api-key: abc123def456", "abc123def456")]
    [InlineData("Cookie: session=CfDJ8abcdef", "CfDJ8abcdef")]
    [InlineData("token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "c2lnbmF0dXJl")]
    [InlineData("sent eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "c2lnbmF0dXJl")]
    [InlineData("AIzaSyA1234567890abcdefghijk", "1234567890")]
    [InlineData("whsec_abcdefgh12345678", "abcdefgh12345678")]
    public void Secrets_are_taken_out(string text, string secret) =>
        Redaction.Clean(text).Should().NotContain(secret).And.Contain(Redaction.Mask);

    [Theory]
    [InlineData("GET /api/journal/trades 200 in 4.1 ms")]
    [InlineData("The trade T-0194 was closed at 17,250.25")]
    [InlineData("https://example.com:8443/path?query=1")]
    [InlineData("Tokens used: 512 in, 80 out; keys are sorted")]
    public void Harmless_text_stays_as_it_is(string text) => Redaction.Clean(text).Should().Be(text);

    [Fact]
    public void No_secret_reaches_the_file_by_message_property_or_exception()
    {
        HostSettings settings = new() { DataFolder = folder, LogFolder = folder };
        using (Logger serilog = LoggingServices.Create(settings))
        using (SerilogLoggerProvider provider = new(serilog))
        {
            ILogger logger = provider.CreateLogger("Test");
            logger.LogInformation("Connecting with {ConnectionString}", "Host=db;Password=hunter2hunter");
            logger.LogInformation("The {ApiKey} was refused", "0123456789");
            logger.LogInformation("Headers {@Headers}", new Dictionary<string, string> { ["Authorization"] = "Bearer abcdef123456", ["Accept"] = "x" });
            logger.LogError(new InvalidOperationException("sk-proj-abcdefghijklmnop"), "Failed with sk-proj-abcdefghijklmnop");
            logger.LogInformation("Plain {Number}", 7);
        }

        string written = string.Concat(Directory.GetFiles(folder, "aiwendy-*.log").Select(File.ReadAllText));
        written.Should().NotContain("hunter2hunter").And.NotContain("0123456789").And.NotContain("abcdef123456").And.NotContain("abcdefghijklmnop");
        written.Should().Contain("\"Number\":7").And.Contain("\"Accept\":\"x\"");
    }

    [Fact]
    public void Every_line_of_a_request_says_whose_it_is()
    {
        HostSettings settings = new() { DataFolder = folder, LogFolder = folder };
        CallFlow.Current = new CallFlow
        {
            RequestId = "the-request-id",
            PluginId = "aiwendy.journal",
            Call = new CallState { TenantId = WellKnown.DefaultTenantId, UserId = WellKnown.GuestUserId },
        };
        using (Logger serilog = LoggingServices.Create(settings))
        using (LoggerFactory factory = new([new SerilogLoggerProvider(serilog)]))
        {
            ILogger logger = factory.CreateLogger("Test");
            using (logger.BeginScope(new Dictionary<string, object> { ["RequestId"] = "the-servers-own" }))
            {
                logger.LogInformation("Something happened");
            }
        }

        CallFlow.Current = null;
        string line = Directory.GetFiles(folder, "aiwendy-*.log").Select(File.ReadAllText).Single();
        line.Should().Contain("\"RequestId\":\"the-request-id\"").And.NotContain("the-servers-own");
        line.Should().Contain($"\"TenantId\":\"{WellKnown.DefaultTenantId}\"").And.Contain($"\"UserId\":\"{WellKnown.GuestUserId}\"")
            .And.Contain("\"PluginId\":\"aiwendy.journal\"");
    }
}
