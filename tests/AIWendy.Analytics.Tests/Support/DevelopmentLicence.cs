using System.Security.Cryptography;
using AIWendy.Host.Licences;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace AIWendy.Analytics.Tests.Support;

/// <summary>An issuer whose key counts in the environment Development only.</summary>
internal sealed class DevelopmentLicence : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public DevelopmentLicence()
    {
        Directory.CreateDirectory(KeysFolder);
        File.WriteAllText(Path.Combine(KeysFolder, "key.pub.pem"), key.ExportSubjectPublicKeyInfoPem());
    }

    public string KeysFolder { get; } = Path.Combine(Path.GetTempPath(), "aiwendy-licence-keys-" + Path.GetRandomFileName());

    /// <summary>Lets a host be in Development.</summary>
    public static void Allow(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IHostEnvironment>(new Development(builder.Environment));

    /// <summary>A licence of a year that states entitlements.</summary>
    public string Issue(params string[] entitlements)
    {
        LicenceClaims claims = new()
        {
            Id = "licence-analytics",
            Licensee = "Example Ltd",
            Edition = "cloud",
            Entitlements = entitlements,
            Expires = DateTimeOffset.UtcNow.AddYears(1),
        };
        return LicenceVerifier.Issue(claims, key, DateTimeOffset.UtcNow);
    }

    public void Dispose()
    {
        key.Dispose();
        Directory.Delete(KeysFolder, recursive: true);
    }

    private sealed class Development(IHostEnvironment original) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = original.ApplicationName;

        public string ContentRootPath { get; set; } = original.ContentRootPath;

        public IFileProvider ContentRootFileProvider { get; set; } = original.ContentRootFileProvider;
    }
}
