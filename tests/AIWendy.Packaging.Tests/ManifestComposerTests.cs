using AIWendy.Packaging.Manifests;
using AIWendy.Sdk;

namespace AIWendy.Packaging.Tests;

public sealed class ManifestComposerTests
{
    private const string Least = "id=org.example.made\nname=Made\nversion=1.0.0\nsdk=[1.0,2.0)\nentry=Made.dll\n";

    [Fact]
    public async Task Every_property_of_a_build_reaches_the_manifest()
    {
        PluginManifest manifest = await ManifestReader.ParseAsync(await ManifestComposer.ComposeAsync(
            "# made by the build\r\n" + Least + """
            nameZh=做的
            description=One = one; two.
            publisher=Example
            edition=community
            web=web/ui.js
            menu=/made|title=Made|titleZh=做的
            permission=journal.read
            permission=chat.write
            provides=
            dependsOn=aiwendy.journal|version=[1.0,2.0)
            feature=made.basic|default=|modes=|entitlement=
            feature=made.pro|default=false|modes=cloud,self-hosted|entitlement=made-pro
            environment=MADE_KEY|description=Key of the service.|default=true|secret=true
            """,
            "{}"));

        manifest.NameZh.Should().Be("做的");
        manifest.Description.Should().Be("One = one; two.");
        manifest.Permissions.Should().Equal("journal.read", "chat.write");
        manifest.DependsOn.Should().Equal(new Dictionary<string, string> { ["aiwendy.journal"] = "[1.0,2.0)" });
        manifest.Features.Select(feature => (feature.Key, feature.Default, feature.Entitlement)).Should().Equal(("made.basic", true, null), ("made.pro", false, "made-pro"));
        manifest.Features[1].Modes.Should().Equal(DeploymentMode.Cloud, DeploymentMode.SelfHosted);
        manifest.Environment.Should().ContainSingle(setting => setting.Key == "MADE_KEY" && setting.Secret && setting.Default == "true");
        manifest.Menu.Should().ContainSingle(entry => entry.Path == "/made" && entry.TitleZh == "做的");
    }

    [Fact]
    public async Task What_the_author_wrote_wins_and_lists_are_put_together()
    {
        PluginManifest manifest = await ManifestReader.ParseAsync(await ManifestComposer.ComposeAsync(
            Least + "permission=a.read\nfeature=made.pro|default=true\ndependsOn=aiwendy.journal|version=1.0",
            """
            {
              // by hand
              "name": "By hand",
              "permissions": ["a.read", "b.read"],
              "features": [{ "key": "made.pro", "default": false }],
              "dependsOn": { "aiwendy.journal": "[1.1,2.0)", "aiwendy.coaching": "1.0" },
              "settings": { "type": "object" },
            }
            """));

        manifest.Name.Should().Be("By hand");
        manifest.Permissions.Should().Equal("a.read", "b.read");
        manifest.Features.Should().ContainSingle(feature => !feature.Default);
        manifest.DependsOn["aiwendy.journal"].Should().Be("[1.1,2.0)");
        manifest.DependsOn.Should().HaveCount(2);
        manifest.Settings.Should().NotBeNull();
    }

    [Fact]
    public async Task The_form_is_stable_whatever_the_order()
    {
        string reversed = string.Join('\n', Least.Split('\n').Reverse());
        string manifest = await ManifestComposer.ComposeAsync(Least, "{}");
        (await ManifestComposer.ComposeAsync(reversed, "{}")).Should().Be(manifest);
        (await ManifestComposer.ComposeAsync(manifest, manifest)).Should().Be(manifest);
        manifest.Should().StartWith("{\n  \"id\": \"org.example.made\",\n  \"name\": \"Made\",").And.EndWith("}\n");
    }

    [Theory]
    [InlineData("id=org.example.other", "{}", "id is stated twice")]
    [InlineData("publisher", "{}", "Line 6")]
    [InlineData("colour=red", "{}", "no property \"colour\"")]
    [InlineData("feature=made.pro|default=perhaps", "{}", "neither true nor false")]
    [InlineData("dependsOn=aiwendy.journal", "{}", "states its version")]
    [InlineData("settings=none.json", "{}", "none.json is missing")]
    [InlineData("", """{ "id": "org.example.other" }""", "Take the id out of one of them")]
    [InlineData("", """{ "version": "1" }""", "version")]
    [InlineData("", "[]", "no JSON object")]
    [InlineData("", "{ \"a\": 1, \"a\": 2 }", "not valid JSON")]
    [InlineData("", """{ "sdk": "[1.0,2.0" }""", "no version range")]
    public async Task Mistakes_are_named(string line, string written, string message)
    {
        Func<Task> compose = () => ManifestComposer.ComposeAsync(Least + line, written);
        PackageException refusal = (await compose.Should().ThrowAsync<PackageException>()).Which;
        refusal.Code.Should().Be(PackageErrors.Manifest);
        refusal.Message.Should().Contain(message);
    }
}
