using AIWendy.Host.Plugins.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Host.Tests.Plugins;

public sealed class PluginSingletonsTests
{
    private interface ICounter;

    private sealed class First : ICounter;

    private sealed class Second : ICounter;

    private sealed class Box<T>;

    [Fact]
    public void Gives_the_one_object_that_the_container_gives()
    {
        (PluginSingletons singletons, ServiceProvider provider) = Build(services => services.AddSingleton<ICounter, First>());

        singletons.Find(typeof(ICounter)).Should().BeSameAs(provider.GetRequiredService<ICounter>());
        singletons.Find(typeof(ICounter)).Should().BeSameAs(provider.GetRequiredService<ICounter>());
    }

    [Fact]
    public void Leaves_alone_what_each_scope_or_each_question_gets_anew()
    {
        (PluginSingletons singletons, _) = Build(services => services.AddScoped<First>().AddTransient<Second>());

        singletons.Find(typeof(First)).Should().BeNull();
        singletons.Find(typeof(Second)).Should().BeNull();
        singletons.Find(typeof(string)).Should().BeNull();
    }

    [Fact]
    public void The_last_registration_counts()
    {
        (PluginSingletons one, _) = Build(services => services.AddScoped<ICounter, First>().AddSingleton<ICounter, Second>());
        (PluginSingletons other, _) = Build(services => services.AddSingleton<ICounter, First>().AddScoped<ICounter, Second>());

        one.Find(typeof(ICounter)).Should().BeOfType<Second>();
        other.Find(typeof(ICounter)).Should().BeNull();
    }

    [Fact]
    public void A_closed_type_goes_before_its_open_one()
    {
        (PluginSingletons singletons, ServiceProvider provider) = Build(services => services.AddSingleton(typeof(Box<>)).AddScoped<Box<int>>());

        singletons.Find(typeof(Box<string>)).Should().BeSameAs(provider.GetRequiredService<Box<string>>());
        singletons.Find(typeof(Box<int>)).Should().BeNull();
    }

    private static (PluginSingletons Singletons, ServiceProvider Provider) Build(Action<IServiceCollection> add)
    {
        ServiceCollection services = new();
        add(services);
        ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        return (new PluginSingletons(services, provider), provider);
    }
}
