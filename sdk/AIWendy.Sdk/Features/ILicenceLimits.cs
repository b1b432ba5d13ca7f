namespace AIWendy.Sdk.Features;

/// <summary>How much the installation's licences allow, for example of <c>seats</c> or <c>tenants</c>.</summary>
public interface ILicenceLimits
{
    /// <summary>The largest value that a valid licence states, or <see langword="null"/> when none states one: then there is no limit.</summary>
    long? Find(string name);
}
