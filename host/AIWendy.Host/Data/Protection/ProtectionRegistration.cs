using AIWendy.Sdk;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace AIWendy.Host.Data.Protection;

/// <summary>Registers the protection of secrets and sessions.</summary>
internal static class ProtectionRegistration
{
    // A fixed name: replicas and later versions must be able to read what an earlier one wrote.
    private const string Application = "AIWendy";

    public static IServiceCollection AddHostProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(Application);
        services.AddSingleton<ISecrets, Secrets>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeyRepository(provider.GetRequiredService<IHostDatabase>());
            options.XmlEncryptor = new KeyXmlEncryptor(provider.GetRequiredService<SecretKeyStore>());
        }));

        // It loads the keys before the server listens, when the database is not up yet. They load at the first use instead.
        ServiceDescriptor? preload = services.FirstOrDefault(service => service.ImplementationType?.Name == "DataProtectionHostedService");
        if (preload is not null)
        {
            services.Remove(preload);
        }

        return services;
    }
}
