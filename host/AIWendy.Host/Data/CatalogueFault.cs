namespace AIWendy.Host.Data;

/// <summary>One way in which a tenant could see another's rows.</summary>
/// <param name="Name">The object: <c>schema.name</c>, or the name of a schema or role alone.</param>
/// <param name="What">What is wrong with it.</param>
internal sealed record CatalogueFault(string Name, string What)
{
    private static readonly string[] HostSchemas = ["aiwendy", "quartz"];

    /// <summary>The schema of the object; for a schema or a role its own name.</summary>
    public string Schema => Name.Split('.')[0];

    /// <summary>Whether it lies in what the host itself keeps; everything else belongs to a plugin, or to nobody.</summary>
    /// <param name="applicationRole">Name of the application role, whose faults are the host's.</param>
    public bool IsOfTheHost(string applicationRole) => Name == applicationRole || Array.IndexOf(HostSchemas, Schema) >= 0;

    /// <summary>One sentence.</summary>
    public override string ToString() => $"{Name} {What}.";
}
