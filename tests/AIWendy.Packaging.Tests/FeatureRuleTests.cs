using AIWendy.Packaging.Manifests;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Packaging.Tests;

public sealed class FeatureRuleTests
{
    [Theory]
    [InlineData("community", """{ "key": "made.pro", "entitlement": "made-pro" }""", "is on by default and needs the entitlement \"made-pro\"")]
    [InlineData("cloud", """{ "key": "made.pro", "default": true, "entitlement": "made-pro" }""", "must state \"default\": false")]
    [InlineData("core", """{ "key": "made.pro", "default": false, "entitlement": "made-pro" }""", "the core needs no licence")]
    [InlineData("cloud", """{ "key": "made.pro", "default": false, "entitlement": "made.pro" }""", "lower case letters, digits and hyphens")]
    [InlineData("cloud", """{ "key": "pro", "default": false, "entitlement": "made-pro" }""", "pro")]
    public async Task A_manifest_that_mixes_up_what_is_switched_and_what_is_sold_is_refused(string edition, string feature, string because)
    {
        Func<Task> reading = () => ManifestReader.ParseAsync(Manifest(edition, feature));

        (await reading.Should().ThrowAsync<ManifestException>()).WithMessage($"*{because}*");
    }

    [Theory]
    [InlineData("community", """{ "key": "made.pro", "default": false, "entitlement": "made-pro" }""")]
    [InlineData("core", """{ "key": "made.pro" }""")]
    public async Task What_is_for_sale_and_off_by_default_and_what_is_free_are_taken(string edition, string feature) =>
        (await ManifestReader.ParseAsync(Manifest(edition, feature))).Features.Should().ContainSingle(one => one.Key == "made.pro");

    [Fact]
    public void What_a_plugin_declares_in_code_keeps_the_same_rule() =>
        FeatureRule.Problem(new FeatureDefinition { Key = "made.pro", Default = true, Entitlement = "made-pro" }, PluginEdition.Cloud)
            .Should().Contain("\"default\": false");

    private static string Manifest(string edition, string feature) => $$"""
        {
          "id": "org.example.made", "name": "Made", "version": "1.0.0", "sdk": "[1.0,2.0)", "entry": "Made.dll",
          "edition": "{{edition}}", "features": [{{feature}}]
        }
        """;
}
