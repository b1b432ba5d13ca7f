using AIWendy.Host.Calls;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Audit;

/// <summary>
/// Where an operator serves many tenants, only the administrators of the operator's own tenant look after the
/// installation; another tenant's administrator looks after that tenant.
/// </summary>
internal sealed class OperatorOnly(IDeployment deployment) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (deployment.MultiTenancyEnabled && CallContext.Current?.TenantId != WellKnown.DefaultTenantId)
        {
            throw new ProblemException(403, "forbidden", Text.Of("Only the operator of the installation may do this.", "只有本安装的运营方可以这样做。"));
        }

        return next(context);
    }
}
