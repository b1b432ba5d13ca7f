using System.Reflection;
using System.Text.RegularExpressions;
using AIWendy.Samples.Tests.Outsider;
using AIWendy.Sdk;
using AIWendy.Sdk.Events;

namespace AIWendy.Samples.Tests;

/// <summary>The pages for authors leave no extension point of the SDK without an example.</summary>
public sealed class HandbookPagesTests
{
    private static readonly Assembly Sdk = typeof(IPlugin).Assembly;

    private static string Code => string.Join('\n', HandbookPages.Files("en").Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal)).Select(file => file.Value));

    [Fact]
    public void Every_method_with_which_a_plugin_contributes_has_an_example()
    {
        IEnumerable<MethodInfo> shorthands = Sdk.GetExportedTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)));
        string[] names = [.. typeof(IPluginBuilder).GetMethods().Where(method => !method.IsSpecialName).Concat(shorthands).Select(method => method.Name).Distinct()];

        names.Should().HaveCountGreaterThan(20).And.Contain("AddCoach").And.Contain("RequireFeature");
        WithoutExample(names).Should().BeEmpty();
    }

    [Fact]
    public void Every_contract_of_the_SDK_has_an_example()
    {
        // Events are records of the SDK: nobody implements their mark.
        string[] names = [.. Sdk.GetExportedTypes().Where(type => type.IsInterface && type != typeof(IPluginEvent)).Select(type => type.Name.Split('`')[0])];

        names.Should().HaveCountGreaterThan(20).And.Contain("ITradeImporter");
        WithoutExample(names).Should().BeEmpty();
    }

    [Fact]
    public void Every_event_is_named_in_both_languages()
    {
        string[] events = [.. Sdk.GetExportedTypes().Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IPluginEvent))).Select(type => type.Name)];
        foreach (string language in HandbookPages.AllLanguages)
        {
            string pages = HandbookPages.Text(language);
            events.Where(name => !pages.Contains($"`{name}`", StringComparison.Ordinal)).Should().BeEmpty(language);
        }
    }

    [Fact]
    public void The_examples_are_the_same_in_both_languages() =>
        HandbookPages.Files("zh-CN").Should().BeEquivalentTo(HandbookPages.Files("en")).And.NotBeEmpty();

    private static string[] WithoutExample(string[] names)
    {
        string code = Code;
        return [.. names.Where(name => !Regex.IsMatch(code, $@"\b{Regex.Escape(name)}\b"))];
    }
}
