namespace AIWendy.Packaging.Tests.References;

/// <summary>A plugin meets a library that lost or changed something since the plugin was built.</summary>
public sealed class BrokenReferenceTests : IDisposable
{
    private readonly Compiled compiled = new();

    public void Dispose() => compiled.Dispose();

    [Theory]
    [InlineData(
        "public class Coach { public class Mood { } }",
        "public class Coach { }",
        "public class Plugin { public object Make() => new Coach.Mood(); }",
        "Coach+Mood")]
    [InlineData(
        "namespace A { public class Coach { } }",
        "namespace B { public class Coach { } }",
        "public class Plugin { public object Make() => new List<A.Coach>(); }",
        "A.Coach")]
    [InlineData(
        "public class Coach { public void Speak() { } }",
        "public class Coach { }",
        "public class Plugin { public void Run(Coach coach) => coach.Speak(); }",
        "Coach: System.Void Speak()")]
    [InlineData(
        "public class Coach { public void Speak(string text) { } }",
        "public class Coach { public void Speak(string text, int times = 1) { } }",
        "public class Plugin { public void Run(Coach coach) => coach.Speak(\"a\"); }",
        "Coach: System.Void Speak(System.String)")]
    [InlineData(
        "public class Coach { public Task<int> Ask() => Task.FromResult(1); }",
        "public class Coach { public ValueTask<int> Ask() => new(1); }",
        "public class Plugin { public Task<int> Run(Coach coach) => coach.Ask(); }",
        "Coach: System.Threading.Tasks.Task`1<System.Int32> Ask()")]
    [InlineData(
        "public class Coach { public static void Speak() { } }",
        "public class Coach { public void Speak() { } }",
        "public class Plugin { public void Run() => Coach.Speak(); }",
        "Coach: static System.Void Speak()")]
    [InlineData(
        "public class Coach { public string Name; }",
        "public class Coach { public string Name { get; set; } }",
        "public class Plugin { public string Run(Coach coach) => coach.Name; }",
        "Coach: System.String Name")]
    [InlineData(
        "public class Coach { public int Age; }",
        "public class Coach { public long Age; }",
        "public class Plugin { public int Run(Coach coach) => coach.Age; }",
        "Coach: System.Int32 Age")]
    [InlineData(
        "public class Coach { public string Name { get; set; } }",
        "public class Coach { public string Name { get; init; } }",
        "public class Plugin { public void Run(Coach coach) => coach.Name = \"a\"; }",
        "Coach: System.Void set_Name(System.String)")]
    [InlineData(
        "public class Box<T> { public void Put<U>(T item, U label) { } }",
        "public class Box<T> { public void Put<U>(U label, T item) { } }",
        "public class Plugin { public void Run(Box<string> box) => box.Put<int>(\"a\", 1); }",
        "Box`1: System.Void Put<1>(!0, !!0)")]
    [InlineData(
        "public class Coach { public void Speak() { } }",
        "public class Coach { internal void Speak() { } }",
        "public class Plugin { public void Run(Coach coach) => coach.Speak(); }",
        "Coach: System.Void Speak() (is not public)")]
    [InlineData(
        "public class Coach { }",
        "internal class Coach { }",
        "public class Plugin { public object Make() => new Coach(); }",
        "Coach (is internal)")]
    public void What_is_used_and_gone_is_named(string builtAgainst, string offered, string plugin, string member)
    {
        MissingReference missing = compiled.Run(builtAgainst, offered, plugin).Should().Contain(item => item.Member == member).Subject;
        missing.Assembly.Should().Be("Contract");
        missing.UsedBy.Should().StartWith("Plugin.");
    }

    [Theory]
    [InlineData(
        "public interface ICoach { void Speak(); }",
        "public interface ICoach { void Speak(); void Listen(); }",
        "public class Plugin : ICoach { public void Speak() { } }",
        "ICoach: System.Void Listen() (is not implemented)")]
    [InlineData(
        "public interface ICoach<T> { T Speak(T text); }",
        "public interface ICoach<T> { T Speak(T text, int times); }",
        "public class Plugin : ICoach<string> { public string Speak(string text) => text; }",
        "ICoach`1<System.String>: System.String Speak(System.String, System.Int32) (is not implemented)")]
    [InlineData(
        "public interface ICoach { }",
        "public interface IListener { void Listen(); } public interface ICoach : IListener { }",
        "public class Plugin : ICoach { }",
        "IListener: System.Void Listen() (is not implemented)")]
    [InlineData(
        "public abstract class Coach { public abstract void Speak(); }",
        "public abstract class Coach { public abstract void Speak(); protected abstract void Listen(); }",
        "public class Plugin : Coach { public override void Speak() { } }",
        "Coach: System.Void Listen() (is not implemented)")]
    public void What_must_be_implemented_and_is_not_is_named(string builtAgainst, string offered, string plugin, string member) =>
        compiled.Run(builtAgainst, offered, plugin).Should().Contain(new MissingReference("Contract", member, "Plugin"));

    [Theory]
    [InlineData(
        "public class Coach { public void Speak() { } public string Name; }",
        "public class Person { public void Speak() { } public string Name; } public class Coach : Person { }",
        "public class Plugin { public string Run(Coach coach) { coach.Speak(); return coach.Name; } }")]
    [InlineData(
        "public class Coach<T> { public void Speak(T text) { } }",
        "public class Person<A, B> { public void Speak(B text) { } } public class Coach<T> : Person<int, T> { }",
        "public class Plugin { public void Run(Coach<string> coach) => coach.Speak(\"a\"); }")]
    [InlineData(
        "public interface ICoach { void Speak(); }",
        "public interface ICoach { void Speak(); void Listen() { } }",
        "public class Plugin : ICoach { void ICoach.Speak() { } }")]
    [InlineData(
        "public interface IGiver { object Give(); } public class Giver { public virtual void Take(in int value) { } public virtual object Make() => 1; }",
        "public interface IGiver { object Give(); } public class Giver { public virtual void Take(in int value) { } public virtual object Make() => 1; }",
        "public class Plugin : Giver, IGiver { public override void Take(in int value) { } public override string Make() => \"a\"; public virtual object Give() => 1; } public class Heir : Plugin, IGiver { object IGiver.Give() => 2; }")]
    [InlineData(
        "public interface IParse<T> where T : IParse<T> { static abstract T Parse(string text); }",
        "public interface IParse<T> where T : IParse<T> { static abstract T Parse(string text); }",
        "public class Plugin : IParse<Plugin> { public static Plugin Parse(string text) => new(); public int[,] Grid = new int[2, 2]; public int At() => Grid[1, 1]; }")]
    public void What_moved_or_was_added_with_care_is_not_missed(string builtAgainst, string offered, string plugin) =>
        compiled.Run(builtAgainst, offered, plugin).Should().BeEmpty();

    [Fact]
    public void A_type_that_moved_to_another_assembly_is_followed()
    {
        string before = compiled.Compile("before", "Contract", "namespace A { public class Coach { public class Mood { } public void Speak() { } } }");
        string home = compiled.Compile("after", "Home", "namespace A { public class Coach { public class Mood { } public void Speak() { } } }");
        string after = compiled.Compile("after", "Contract", "[assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(A.Coach))]", home);
        string plugin = compiled.Compile("plugin", "Plugin", "public class Plugin { public object Run(A.Coach coach) { coach.Speak(); return new A.Coach.Mood(); } }", before);

        ReferenceCheck.Run(Path.GetDirectoryName(plugin)!, [after, home, .. Compiled.Frameworks]).Should().BeEmpty();
    }

    [Fact]
    public void An_assembly_that_is_too_old_or_absent_is_named()
    {
        string contract = compiled.Compile("before", "Contract", "[assembly: System.Reflection.AssemblyVersion(\"2.0.0.0\")] public class Coach { }");
        string older = compiled.Compile("after", "Contract", "[assembly: System.Reflection.AssemblyVersion(\"1.4.0.0\")] public class Coach { }");
        string plugin = compiled.Compile("plugin", "Plugin", "public class Plugin { public object Make() => new Coach(); }", contract);
        string folder = Path.GetDirectoryName(plugin)!;

        ReferenceCheck.Run(folder, [older, .. Compiled.Frameworks]).Should().Equal(
            new MissingReference("Contract", "version 2.0.0.0 is needed, the host has 1.4.0.0", "Plugin.dll"));
        ReferenceCheck.Run(folder, Compiled.Frameworks).Should().BeEmpty("libraries may refer to what is not there");
        File.WriteAllText(Path.Combine(folder, "plugin.json"), """{ "entry": "Plugin.dll" }""");
        ReferenceCheck.Run(folder, Compiled.Frameworks).Should().Equal(
            new MissingReference("Contract", "the assembly is neither in the package nor shared by the host", "Plugin.dll"));
    }

    [Fact]
    public async Task A_package_is_checked_without_unpacking_it_and_the_hosts_copy_of_an_assembly_counts()
    {
        string contract = compiled.Compile("before", "Contract", "public class Coach { public void Speak() { } }");
        string other = compiled.Compile("after", "Contract", "public class Coach { }");
        string plugin = compiled.Compile("plugin", "Coach", "public class Plugin { public void Run(Coach coach) => coach.Speak(); }", contract);
        using PluginFolder folder = new();
        folder.Write("Coach.dll", await File.ReadAllBytesAsync(plugin));
        folder.Write("Contract.dll", await File.ReadAllBytesAsync(contract));
        PluginArchive archive = await folder.PackAsync();

        ReferenceCheck.Run(archive, Compiled.Frameworks).Should().BeEmpty();
        ReferenceCheck.Run(archive, [other, .. Compiled.Frameworks]).Should().Equal(new MissingReference("Contract", "Coach: System.Void Speak()", "Plugin.Run"));
    }
}
