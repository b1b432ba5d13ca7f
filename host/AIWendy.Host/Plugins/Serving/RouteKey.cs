using System.Text;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AIWendy.Host.Plugins.Serving;

/// <summary>Writes a route so that two routes that match the same paths read the same, whatever their parameters are called.</summary>
internal static class RouteKey
{
    public static string Of(RoutePattern pattern)
    {
        StringBuilder key = new();
        foreach (RoutePatternPathSegment segment in pattern.PathSegments)
        {
            key.Append('/');
            foreach (RoutePatternPart part in segment.Parts)
            {
                Append(key, pattern, part);
            }
        }

        return key.ToString();
    }

    private static void Append(StringBuilder key, RoutePattern pattern, RoutePatternPart part)
    {
        switch (part)
        {
            case RoutePatternLiteralPart literal:
                key.Append(literal.Content.ToLowerInvariant());
                break;
            case RoutePatternSeparatorPart separator:
                key.Append(separator.Content);
                break;
            case RoutePatternParameterPart parameter:
                key.Append(parameter.IsCatchAll ? "{*" : "{");
                if (pattern.ParameterPolicies.TryGetValue(parameter.Name, out IReadOnlyList<RoutePatternParameterPolicyReference>? policies))
                {
                    key.AppendJoin(':', policies.Select(policy => policy.Content).Order(StringComparer.Ordinal));
                }

                key.Append('}');
                break;
        }
    }
}
