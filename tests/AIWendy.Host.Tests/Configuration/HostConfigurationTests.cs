using AIWendy.Host.Configuration;
using AIWendy.Sdk;
using Microsoft.Extensions.Logging;

namespace AIWendy.Host.Tests.Configuration;

public sealed class HostConfigurationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-config-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Nothing_set_means_a_guest_on_this_machine()
    {
        HostSettings settings = Load([]).Settings;
        settings.Port.Should().Be(3000);
        settings.Bind.Should().Be("127.0.0.1");
        settings.Mode.Should().Be(DeploymentMode.SelfHosted);
        settings.AuthenticationRequired.Should().BeFalse();
        settings.AllowPrivateEndpoints.Should().BeTrue();
        settings.DataFolder.Should().Be(Path.Combine(folder, ".aiwendy"));
        settings.LogFolder.Should().Be(Path.Combine(folder, "logs"));
        settings.LogLevel.Should().Be(LogLevel.Information);
    }

    [Fact]
    public void The_cloud_asks_people_to_sign_in_and_calls_no_private_address()
    {
        HostSettings settings = Load(new() { ["DEPLOYMENT_MODE"] = "cloud" }).Settings;
        settings.AuthenticationRequired.Should().BeTrue();
        settings.Bind.Should().Be("0.0.0.0");
        settings.AllowPrivateEndpoints.Should().BeFalse();
    }

    [Fact]
    public void A_container_keeps_its_data_in_one_folder()
    {
        HostSettings settings = Load(new() { ["DOTNET_RUNNING_IN_CONTAINER"] = "true" }).Settings;
        settings.DataFolder.Should().Be("/data");
        settings.LogFolder.Should().Be("/data/logs");
    }

    [Fact]
    public void The_environment_wins_over_the_file_even_with_nothing()
    {
        File.WriteAllText(Path.Combine(folder, ".env"), "AIWENDY_PORT=4000\nAIWENDY_LOG_LEVEL=debug\nAIWENDY_DATA=~/elsewhere\nOPENAI_MODEL=from-file");
        HostConfiguration configuration = Load(new() { ["AIWENDY_PORT"] = "5000", ["AIWENDY_LOG_LEVEL"] = "" });
        configuration.Settings.Port.Should().Be(5000);
        configuration.Settings.LogLevel.Should().Be(LogLevel.Information);
        configuration.Settings.DataFolder.Should().Be(Path.Combine(folder, "elsewhere"));
        configuration.Values["OPENAI_MODEL"].Should().Be("from-file");
        configuration.Values["AIWENDY_LOG_LEVEL"].Should().BeNull();
        configuration.Effective.Single(setting => setting.Definition.Key == "AIWENDY_DATA").Origin.Should().Be(SettingOrigin.DotEnv);
    }

    [Fact]
    public void Every_bad_value_is_told_at_once()
    {
        File.WriteAllText(Path.Combine(folder, "file"), string.Empty);
        Action load = () => Load(new()
        {
            ["AIWENDY_PORT"] = "70000",
            ["AIWENDY_BIND"] = "somewhere",
            ["AIWENDY_AUTH_REQUIRED"] = "maybe",
            ["DEPLOYMENT_MODE"] = "hosted",
            ["AIWENDY_DATA"] = Path.Combine(folder, "file"),
            ["AIWENDY_PG_BIN"] = "/no/such/folder",
            ["AIWENDY_SECRET_KEY"] = "changeme",
            ["DATABASE_URL"] = "mysql://root:topsecret@host/db",
            ["AIWENDY_LOG_LEVEL"] = "loud",
        });
        ConfigurationException exception = load.Should().Throw<ConfigurationException>().Which;
        exception.Problems.Should().HaveCount(9);
        exception.Message.Should().NotContain("topsecret");
        foreach (string key in new[] { "AIWENDY_PORT", "AIWENDY_BIND", "AIWENDY_AUTH_REQUIRED", "DEPLOYMENT_MODE", "AIWENDY_DATA", "AIWENDY_PG_BIN", "AIWENDY_SECRET_KEY", "DATABASE_URL", "AIWENDY_LOG_LEVEL" })
        {
            exception.Problems.Should().Contain(problem => problem.StartsWith(key, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Bad_values_of_plugins_features_and_proxies_stand_in_the_same_list()
    {
        WriteManifest("""
            { "name": "Sample", "features": [{ "key": "journal.import" }], "environment": [
              { "key": "SAMPLE_URL", "description": "x", "type": "address" },
              { "key": "SAMPLE_MODE", "description": "x", "type": "choice", "choices": ["open", "closed"] },
              { "key": "SAMPLE_LIMIT", "description": "x", "default": "5", "type": "integer", "minimum": 1, "maximum": 9 },
              { "key": "SAMPLE_SWITCH", "description": "x", "type": "boolean" },
              { "key": "AIWENDY_LOG_LEVEL", "description": "x", "type": "integer" }] }
            """);
        Dictionary<string, string> values = new()
        {
            ["AIWENDY_PLUGINS_DIR"] = folder,
            ["AIWENDY_PORT"] = "none",
            ["AIWENDY_LOG_LEVEL"] = "debug",
            ["AIWENDY_ALLOWED_HOSTS"] = "desk.local, not a host",
            ["SAMPLE_URL"] = "nope",
            ["SAMPLE_MODE"] = "perhaps",
            ["SAMPLE_LIMIT"] = "10",
            ["SAMPLE_SWITCH"] = "maybe",
            ["FEATURE_JOURNAL_IMPORT"] = "2",
            ["HTTP_PROXY"] = "ftp://me:topsecret@proxy:1",
        };
        Action load = () => Load(values);
        IReadOnlyList<string> problems = load.Should().Throw<ConfigurationException>().Which.Problems;
        problems.Select(problem => problem.Split(' ')[0]).Should().BeEquivalentTo(
            "AIWENDY_PORT", "AIWENDY_ALLOWED_HOSTS", "SAMPLE_URL", "SAMPLE_MODE", "SAMPLE_LIMIT", "SAMPLE_SWITCH", "FEATURE_JOURNAL_IMPORT", "HTTP_PROXY");
        string.Join('\n', problems).Should().NotContain("topsecret").And.Contain("open, closed").And.Contain("from 1 to 9").And.Contain("'not a host'");
    }

    [Fact]
    public void Good_values_of_plugins_features_and_proxies_are_taken()
    {
        WriteManifest("""{ "name": "Sample", "features": [{ "key": "a.b" }], "environment": [{ "key": "SAMPLE_MODE", "description": "x", "type": "choice", "choices": ["open", "closed"] }, { "key": "SAMPLE_NEW", "description": "x", "type": "of-tomorrow" }] }""");
        HostConfiguration configuration = Load(new()
        {
            ["AIWENDY_PLUGINS_DIR"] = folder,
            ["SAMPLE_MODE"] = "Closed",
            ["SAMPLE_NEW"] = "anything",
            ["FEATURE_A_B"] = "off",
            ["HTTP_PROXY"] = "proxy:3128",
            ["HTTPS_PROXY"] = "socks5://user:word@10.0.0.1:1080",
            ["AIWENDY_ALLOWED_HOSTS"] = "desk.local,[::1]",
        });
        configuration.Values["SAMPLE_MODE"].Should().Be("Closed");
    }

    [Fact]
    public void A_misspelt_name_gets_the_nearest_known_one()
    {
        WriteManifest("""{ "name": "Sample", "environment": [{ "key": "AIWENDY_SAMPLE", "description": "x" }], "features": [{ "key": "journal.import" }] }""");
        HostConfiguration configuration = Load(new()
        {
            ["AIWENDY_PROT"] = "1",
            ["FEATURE_JOURNAL_IMPROT"] = "1",
            ["FEATURE_JOURNAL_IMPORT"] = "1",
            ["AIWENDY_SAMPLE"] = "1",
            ["RATE_LIMIT_NOTHING_LIKE_IT_AT_ALL"] = "1",
            ["OTHER_PROGRAM"] = "1",
            ["AIWENDY_PLUGINS_DIR"] = folder,
        });
        configuration.Warnings.Should().BeEquivalentTo(
            "AIWENDY_PROT is not a known setting; did you mean AIWENDY_PORT?",
            "FEATURE_JOURNAL_IMPROT is not a known setting; did you mean FEATURE_JOURNAL_IMPORT?",
            "RATE_LIMIT_NOTHING_LIKE_IT_AT_ALL is not a known setting.");
    }

    [Fact]
    public void A_guest_who_can_be_reached_from_outside_is_worth_a_warning() =>
        Load(new() { ["AIWENDY_BIND"] = "0.0.0.0" }).Warnings.Should().ContainSingle().Which.Should().Contain("AIWENDY_AUTH_REQUIRED");

    [Fact]
    public void Secrets_are_in_no_text_of_the_configuration()
    {
        const string Key = "7rWm0k2P9qLx4Zt8Vb1Nc6Yd3Fg5Hj0K";
        HostConfiguration configuration = Load(new() { ["AIWENDY_SECRET_KEY"] = Key, ["DATABASE_URL"] = "postgres://u:hidden-word@h/d" });
        string all = configuration.Settings + string.Join('\n', configuration.Effective.Select(setting => setting.Value)) + string.Join('\n', configuration.Warnings);
        all.Should().NotContain(Key).And.NotContain("hidden-word").And.Contain("(hidden)");
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("please-changeme-0123456789-abcdefghij")]
    public void A_key_that_could_be_guessed_is_refused(string key) => SecretStrength.Weakness(key).Should().NotBeNull();

    [Fact]
    public void A_random_key_is_good() =>
        SecretStrength.Weakness(Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32))).Should().BeNull();

    private void WriteManifest(string json)
    {
        Directory.CreateDirectory(Path.Combine(folder, "sample"));
        File.WriteAllText(Path.Combine(folder, "sample", "plugin.json"), json);
    }

    private HostConfiguration Load(Dictionary<string, string> environment)
    {
        environment.TryAdd("HOME", folder);
        return HostConfiguration.Load(environment, folder);
    }
}
