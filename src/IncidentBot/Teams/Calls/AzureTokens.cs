using Azure.Core;
using Azure.Identity;
using IncidentBot.Chat;

namespace IncidentBot.Teams.Calls;

/// <summary>Tokens of the machine it runs on, whose managed identity the app is.</summary>
/// <remarks>https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview</remarks>
sealed class AzureTokens(string app) : ITokenSource
{
    readonly ManagedIdentityCredential identity = new(ManagedIdentityId.FromUserAssignedClientId(app));

    public async Task<Token> Fetch(string scope, CancellationToken ct)
    {
        try
        {
            var token = await identity.GetTokenAsync(new TokenRequestContext([scope]), ct);
            return new(token.Token, token.ExpiresOn);
        }
        catch (AuthenticationFailedException fault)
        {
            throw new ChatUnavailableException(
                "This machine gives the bot no token. Teams:ManagedIdentity needs Azure, and an identity there whose client id is Teams:AppId.",
                TimeSpan.FromMinutes(1), fault);
        }
    }
}
