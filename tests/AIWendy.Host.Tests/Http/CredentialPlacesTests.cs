using System.Security.Claims;
using AIWendy.Host.Http.Security;
using AIWendy.Host.Plugins.Building;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http;

namespace AIWendy.Host.Tests.Http;

public sealed class CredentialPlacesTests
{
    [Theory]
    [InlineData("X-Acme", "1", true)]
    [InlineData("x-acme", "1", true)]
    [InlineData("X-Other", "1", false)]
    [InlineData("Cookie", "other=1", false)]
    [InlineData("Cookie", "other=1; acme_session=2", true)]
    public void Only_what_an_authenticator_reads_is_a_sign(string header, string value, bool isSign)
    {
        CredentialPlaces places = Of(typeof(Stating));
        places.AreOn(Request(header, value)).Should().Be(isSign);
        places.AreOn(new DefaultHttpContext().Request).Should().BeFalse();
    }

    [Fact]
    public void An_authenticator_that_states_no_place_is_asked_about_every_request() =>
        Of(typeof(Stating), typeof(Silent)).AreOn(new DefaultHttpContext().Request).Should().BeTrue();

    [Fact]
    public void Without_authenticators_nothing_is_a_sign() => Of().AreOn(Request("Cookie", "acme_session=2")).Should().BeFalse();

    private static CredentialPlaces Of(params Type[] authenticators) =>
        new(authenticators.Select(type => new ExtensionContribution(typeof(IRequestAuthenticator), type, null)));

    private static HttpRequest Request(string header, string value)
    {
        HttpRequest request = new DefaultHttpContext().Request;
        request.Headers[header] = value;
        return request;
    }

    [Credential(Header = "X-Acme")]
    [Credential(Cookie = "acme_session")]
    private abstract class Stating : Silent;

    private abstract class Silent : IRequestAuthenticator
    {
        public abstract ValueTask<ClaimsIdentity?> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken);
    }
}
