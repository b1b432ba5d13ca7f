using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AIWendy.Host.Commands;
using AIWendy.Integration.Tests.Data;
using AIWendy.Integration.Tests.Plugins.Installation;
using AIWendy.Integration.Tests.Security.Api;

namespace AIWendy.Integration.Tests.Security;

[Collection(PostgresCollection.Name)]
public sealed class HttpsTests(PostgresFixture postgres) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-https-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_host_with_a_certificate_speaks_https_and_asks_browsers_to_stay_with_it()
    {
        string file = WriteCertificate("app.example.com");
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync(), ("AIWENDY_CERTIFICATE", file));
        using HttpClient client = RunningHost.Client(host.Settings);
        client.BaseAddress!.Scheme.Should().Be("https");
        using HttpResponseMessage ready = await client.GetAsync("/healthz/ready");
        ready.StatusCode.Should().Be(HttpStatusCode.OK);
        ready.Headers.Contains("Strict-Transport-Security").Should().BeFalse("everything else on localhost would be shut out");

        using HttpRequestMessage named = new(HttpMethod.Get, "/healthz/live") { Headers = { Host = "app.example.com" } };
        using HttpResponseMessage live = await client.SendAsync(named);
        live.Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=15552000");
    }

    [Fact]
    public async Task Only_a_listed_proxy_is_believed_who_calls()
    {
        await using ProductHost trusting = await ProductHost.StartAsync(postgres, signIn: true, ("AIWENDY_TRUSTED_PROXIES", "127.0.0.1, ::1"));
        await using ProductHost doubting = await ProductHost.StartAsync(postgres, signIn: true, ("AIWENDY_TRUSTED_PROXIES", "10.0.0.0/8"));
        (await RegisterAsync(trusting)).Should().Be(("203.0.113.9", true), "the proxy says so");
        (await RegisterAsync(doubting)).Should().Be(("127.0.0.1", false), "anybody could say so");
    }

    // The address that a session notes, and whether its cookie is for HTTPS alone.
    private static async Task<(string? Address, bool Secure)> RegisterAsync(ProductHost host)
    {
        using HttpClient client = host.NewClient();
        using HttpRequestMessage register = new(HttpMethod.Post, "/api/accounts/register")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { email = "ada@example.com", password = "violet kettle 9" }),
        };
        register.Headers.Add("X-Forwarded-For", "198.51.100.7, 203.0.113.9");
        register.Headers.Add("X-Forwarded-Proto", "https");
        using HttpResponseMessage response = await client.SendAsync(register);
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        string cookie = response.Headers.GetValues("Set-Cookie").Single();
        using HttpRequestMessage sessions = new(HttpMethod.Get, "/api/accounts/sessions") { Headers = { { "Cookie", cookie.Split(';')[0] }, { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "203.0.113.9" } } };
        using HttpResponseMessage listed = await client.SendAsync(sessions);
        System.Text.Json.JsonElement list = System.Text.Json.JsonDocument.Parse(await listed.Content.ReadAsStringAsync()).RootElement;
        return (list.GetProperty("items")[0].GetProperty("address").GetString(), cookie.StartsWith("__Host-", StringComparison.Ordinal) && cookie.Contains("; secure"));
    }

    private string WriteCertificate(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=" + name, key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        string file = Path.Combine(folder, "certificate.pem");
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return file;
    }
}
