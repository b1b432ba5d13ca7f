using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AIWendy.Host.Commands;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Tests.Configuration;

public sealed class WeakPointsTests : IDisposable
{
    private const string Strong = "q8Zr1vTn5LwXb3KcYd7MhGf2JpSe9RuA0iOtWyEzNkQ=";

    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-doctor-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_installation_for_one_person_on_his_machine_has_none() => Find().Should().BeEmpty();

    [Theory]
    [InlineData("sign-in", "AIWENDY_BIND=0.0.0.0")]
    [InlineData("encryption", "AIWENDY_BIND=0.0.0.0", "AIWENDY_AUTH_REQUIRED=1")]
    [InlineData("registration", "AIWENDY_BIND=0.0.0.0", "AIWENDY_AUTH_REQUIRED=1", "AIWENDY_REGISTRATION=open")]
    [InlineData("proxies", "AIWENDY_BIND=0.0.0.0", "AIWENDY_AUTH_REQUIRED=1", "AIWENDY_TRUSTED_PROXIES=0.0.0.0/0")]
    [InlineData("outgoing calls", "DEPLOYMENT_MODE=cloud", "AIWENDY_ALLOW_PRIVATE_ENDPOINTS=1")]
    [InlineData("limits", "DEPLOYMENT_MODE=cloud", "RATE_LIMIT_ENABLED=0")]
    [InlineData("sign-in", "DEPLOYMENT_MODE=cloud", "AIWENDY_AUTH_REQUIRED=0")]
    [InlineData("secret key", "AIWENDY_SECRET_KEY=" + Strong, "AIWENDY_SECRET_KEY_PREVIOUS=x" + Strong)]
    [InlineData("database", "DATABASE_URL=postgres://owner:pw@db.example.com/aiwendy")]
    public void Each_weak_point_is_named(string check, params string[] settings) =>
        Find(settings).Select(point => point.Check).Should().Contain(check);

    [Fact]
    public void What_was_put_right_is_no_longer_named()
    {
        Find("AIWENDY_BIND=0.0.0.0", "AIWENDY_AUTH_REQUIRED=1", "AIWENDY_TRUSTED_PROXIES=10.0.0.1").Should().BeEmpty();
        Find("DATABASE_URL=postgres://owner:pw@db.example.com/aiwendy?sslmode=verify-full").Should().BeEmpty();
        Find("DATABASE_URL=postgres://owner:pw@localhost/aiwendy").Should().BeEmpty();
    }

    [Fact]
    public void Files_with_secrets_that_others_may_read_are_named()
    {
        string file = Path.Combine(folder, ".env");
        File.WriteAllText(file, "AIWENDY_LOG_LEVEL=information\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Find().Should().ContainSingle(point => point.Check == "files" && point.Detail.Contains(file));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Find().Should().BeEmpty();
    }

    [Fact]
    public void A_certificate_that_is_about_to_end_is_named()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(60));
        string file = Path.Combine(folder, "certificate.pem");
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Find(now, "AIWENDY_CERTIFICATE=" + file).Should().BeEmpty();
        Find(now.AddDays(50), "AIWENDY_CERTIFICATE=" + file).Should().ContainSingle(point => point.Check == "certificate" && point.Detail.Contains("renew"));
        Find(now.AddDays(61), "AIWENDY_CERTIFICATE=" + file).Should().ContainSingle(point => point.Detail.Contains("ended"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("changeme")]
    [InlineData("short")]
    [InlineData("your-super-secret-jwt-key-change-this-in-production")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("01234567890123456789012345678901")]
    public void Keys_that_somebody_could_guess_are_refused_in_one_line(string key)
    {
        Dictionary<string, string> environment = Environment("DATABASE_URL=postgres://o:p@localhost/a", "DEPLOYMENT_MODE=cloud", "AIWENDY_SECRET_KEY=" + key);
        string problem = FluentActions.Invoking(() => HostConfiguration.Load(environment, folder)).Should().Throw<ConfigurationException>()
            .Which.Problems.Should().ContainSingle().Subject;
        problem.Should().StartWith("AIWENDY_SECRET_KEY").And.Contain("openssl rand -base64 32").And.NotContain("\n");
        if (key.Length > 0)
        {
            problem.Should().NotContain(key, "a refusal goes to a log");
        }
    }

    private IReadOnlyList<(string Check, string Detail)> Find(params string[] settings) => Find(DateTimeOffset.UtcNow, settings);

    // Whoever runs the tests as root knows.
    private IReadOnlyList<(string Check, string Detail)> Find(DateTimeOffset now, params string[] settings) =>
        [.. WeakPoints.Find(HostConfiguration.Load(Environment(settings), folder), folder, now).Where(point => point.Check != "process")];

    private Dictionary<string, string> Environment(params string[] settings)
    {
        Dictionary<string, string> environment = new() { ["HOME"] = folder };
        foreach (string setting in settings)
        {
            string[] parts = setting.Split('=', 2);
            environment[parts[0]] = parts[1];
        }

        return environment;
    }
}
