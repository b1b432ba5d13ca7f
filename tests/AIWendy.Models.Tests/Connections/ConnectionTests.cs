using System.Security.Cryptography;
using AIWendy.Models.Tests.Support;
using AIWendy.Plugins.Models.Connections;
using AIWendy.Plugins.Models.Data;
using AIWendy.Sdk;
using Microsoft.Extensions.Configuration;

namespace AIWendy.Models.Tests.Connections;

public sealed class ConnectionTests
{
    [Fact]
    public void Nothing_set_gives_no_connection() => From([]).Items.Should().BeEmpty();

    [Fact]
    public void Key_alone_gives_the_providers_own_address_and_model()
    {
        ConnectionDetails found = From(new() { ["OPENAI_API_KEY"] = " sk-1 " }).Items.Single();

        found.Kind.Should().Be("openai");
        found.Target.ApiKey.Should().Be("sk-1");
        found.Target.BaseUrl.Should().BeNull();
        found.Target.Model.Should().NotBeEmpty();
        found.IsLocal.Should().BeFalse();
    }

    [Fact]
    public void Another_server_needs_its_model_named()
    {
        From(new() { ["OPENAI_BASE_URL"] = "http://localhost:1234/v1" }).Items.Should().BeEmpty();
        From(new() { ["OPENAI_BASE_URL"] = "http://localhost:1234/v1", ["OPENAI_MODEL"] = "qwen" }).Items.Single().IsLocal.Should().BeTrue();
        From(new() { ["OLLAMA_BASE_URL"] = "http://gpu.lan:11434" }).Ollama.Host.Should().Be("gpu.lan");
    }

    [Fact]
    public void Ids_of_the_environment_survive_a_restart_and_differ_by_kind()
    {
        Dictionary<string, string?> settings = new() { ["OPENAI_API_KEY"] = "a", ["ANTHROPIC_API_KEY"] = "b", ["OLLAMA_MODEL"] = "c" };

        From(settings).Items.Select(item => item.Id).Should().Equal(From(settings).Items.Select(item => item.Id)).And.OnlyHaveUniqueItems().And.HaveCount(3);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("short-key", "••••")]
    [InlineData("sk-proj-0123456789abcd", "sk-••••abcd")]
    public void Key_is_shown_masked(string? key, string? expected) => ApiKeys.Mask(key).Should().Be(expected);

    [Fact]
    public void Key_can_only_be_read_together_with_its_address()
    {
        ApiKeys keys = new(new PurposeSecrets());
        Connection connection = new() { Kind = "openai", BaseUrl = "https://a.example", ApiKey = keys.Protect("sk-1", "openai", "https://a.example") };

        keys.Read(connection).Should().Be("sk-1");
        connection.BaseUrl = "https://evil.example";
        keys.Read(connection).Should().BeNull();
    }

    [Theory]
    [InlineData("http://localhost:11434", true)]
    [InlineData("http://127.0.0.1/v1", true)]
    [InlineData("http://[::1]:8080", true)]
    [InlineData("http://192.168.1.20", true)]
    [InlineData("http://172.31.0.1", true)]
    [InlineData("http://172.32.0.1", false)]
    [InlineData("http://ollama:11434", true)]
    [InlineData("http://host.docker.internal", true)]
    [InlineData("https://api.openai.com/v1", false)]
    [InlineData("https://localhost.evil.com", false)]
    public void Local_means_this_machine_or_its_network(string address, bool expected) => LocalAddress.Is(new Uri(address)).Should().Be(expected);

    [Theory]
    [InlineData("sk abc")]
    [InlineData("sk-abc\r\nX-Evil: 1")]
    [InlineData("sk-ключ")]
    public void Key_that_would_break_a_header_is_refused(string key)
    {
        Action check = () => ConnectionRules.Key(key);

        check.Should().Throw<ProblemException>().Which.Errors.Should().ContainKey("apiKey");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    public void Model_must_be_a_name(string model)
    {
        Action check = () => ConnectionRules.Model(model);

        check.Should().Throw<ProblemException>().Which.Errors.Should().ContainKey("model");
    }

    [Fact]
    public void Provider_needs_a_key_at_its_own_address_only()
    {
        ((Action)(() => ConnectionRules.DemandKey("openai", null, null))).Should().Throw<ProblemException>();
        ((Action)(() => ConnectionRules.DemandKey("openai", "http://localhost:1234", null))).Should().NotThrow();
        ((Action)(() => ConnectionRules.DemandKey("ollama", null, null))).Should().NotThrow();
    }

    private static EnvironmentConnections From(Dictionary<string, string?> settings) =>
        EnvironmentConnections.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

    private sealed class PurposeSecrets : ISecrets
    {
        public string Protect(string plaintext, string purpose) => purpose + "\n" + plaintext;

        public string Unprotect(string ciphertext, string purpose) =>
            ciphertext.StartsWith(purpose + "\n", StringComparison.Ordinal) ? ciphertext[(purpose.Length + 1)..] : throw new CryptographicException();
    }
}
