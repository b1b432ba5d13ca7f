/** Generated from docs/openapi/v1.json by `npm run api` in host/web. Do not edit. */

export interface paths {
    "/api/accounts/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete the account and everything of it in 14 days */
        post: operations["accounts.requestDeletion"];
        /** Keep the account after all */
        delete: operations["accounts.cancelDeletion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/email/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a link to a new address; the account moves when it is opened */
        post: operations["accounts.changeEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an e-mail address with the token of a link */
        post: operations["accounts.confirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the link that confirms the address once more */
        post: operations["accounts.resendConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything of the caller as one zip: JSON lines for each table, files, and a page to read it */
        post: operations["accounts.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an export in; the body is the zip itself */
        post: operations["accounts.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's profile */
        get: operations["accounts.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the caller's profile */
        patch: operations["accounts.changeMe"];
        trace?: never;
    };
    "/api/accounts/me/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's picture */
        get: operations["accounts.avatar"];
        /** Replace the caller's picture; the body is the file itself */
        put: operations["accounts.changeAvatar"];
        post?: never;
        /** Remove the caller's picture */
        delete: operations["accounts.removeAvatar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's passkeys */
        get: operations["accounts.passkeys"];
        put?: never;
        /** Keep a passkey that the browser made */
        post: operations["accounts.createPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a passkey */
        delete: operations["accounts.removePasskey"];
        options?: never;
        head?: never;
        /** Give a passkey another name */
        patch: operations["accounts.renamePasskey"];
        trace?: never;
    };
    "/api/accounts/passkeys/creation-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A challenge for a new passkey */
        post: operations["accounts.passkeyCreationOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the caller's password and end his other sessions */
        post: operations["accounts.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a link to choose a new password, if there is such an account */
        post: operations["accounts.forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password with the token of a link; every session ends */
        post: operations["accounts.resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an account and sign in, or send the mail that goes on, whether or not the address already has an account */
        post: operations["accounts.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether accounts can be created, and whether the next one will own the installation */
        get: operations["accounts.registration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Browsers in which the caller is signed in */
        get: operations["accounts.sessions"];
        put?: never;
        post?: never;
        /** Sign every other browser of the caller out */
        delete: operations["accounts.revokeOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a browser of the caller out */
        delete: operations["accounts.revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail and password */
        post: operations["accounts.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: operations["accounts.signInPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/sign-in/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A challenge for a sign-in with a passkey */
        post: operations["accounts.signInPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete a sign-in with a code of the authenticator app or a recovery code */
        post: operations["accounts.signInSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of this browser */
        post: operations["accounts.signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's access tokens, and the permissions that new ones can carry */
        get: operations["accounts.tokens"];
        put?: never;
        /** Create an access token; its text is answered this one time */
        post: operations["accounts.createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an access token */
        delete: operations["accounts.revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a second factor is asked for, and how many recovery codes are left */
        get: operations["accounts.twoFactor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/two-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the second factor on; answers the recovery codes this one time */
        post: operations["accounts.twoFactorConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/two-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the second factor off */
        post: operations["accounts.twoFactorDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/two-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes in the place of the old ones */
        post: operations["accounts.recoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/two-factor/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for an authenticator app; it counts once a code was confirmed */
        post: operations["accounts.twoFactorSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, the newest first; filtered by time, action (a * at the end stands for anything), person, subject and outcome. */
        get: operations["audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which actions and people the newest ten thousand entries name, to filter by. */
        get: operations["audit.choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a CSV file, without pages. */
        get: operations["audit.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follows the chain of hashes from its beginning and says whether an entry was changed, removed or moved. */
        post: operations["audit.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every feature of every plugin, whether it is on for a tenant, and why. */
        get: operations["features.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the feed of the installation offers. */
        get: operations["feed.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that nobody has accepted yet */
        get: operations["admin.invitations"];
        put?: never;
        /** Invite somebody by mail; answers the link this one time */
        post: operations["admin.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["admin.revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every licence of the installation and its state. */
        get: operations["licences.list"];
        put?: never;
        /** Installs a licence, or a trust list of the issuer, on every node. */
        post: operations["licences.install"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/licences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a licence from every node; data stays. */
        delete: operations["licences.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that were sent, wait or are kept */
        get: operations["admin.mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/mail/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a message that no mail server has taken */
        get: operations["admin.readMail"];
        put?: never;
        post?: never;
        /** Throw a message away */
        delete: operations["admin.removeMail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every plugin that was found or is installed, active or not. */
        get: operations["plugins.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plugins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One plugin. */
        get: operations["plugins.find"];
        put?: never;
        post?: never;
        /** Removes a plugin on every replica; its data stays unless purge is set. */
        delete: operations["plugins.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plugins/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches a plugin off, with what depends on it. */
        post: operations["plugins.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plugins/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches a plugin on. */
        post: operations["plugins.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plugins/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plugin's tables as CSV files in a zip. */
        get: operations["plugins.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plugins/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What removing a plugin would do: who would stop, which tables it has. */
        get: operations["plugins.removal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plugins/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a plugin again that did not start or was set aside. */
        post: operations["plugins.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plugins/{id}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts the version back that served before. */
        post: operations["plugins.rollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plugins/installations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Installs a checked package, or upgrades to it, while everything serves. */
        post: operations["plugins.install"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plugins/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a package and says what installing it would do. Nothing of it runs; it is kept for a day. */
        post: operations["plugins.stage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/publisher-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Publishers whose packages are trusted. */
        get: operations["publisherKeys.list"];
        put?: never;
        /** Trusts a publisher's key, or revokes it. */
        post: operations["publisherKeys.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/publisher-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets a publisher's key. */
        delete: operations["publisherKeys.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles and the permissions that each holds */
        get: operations["admin.roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where people are signed in */
        get: operations["admin.sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End anybody's session */
        delete: operations["admin.revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every setting with its value and where that comes from: environment, administrator or default. */
        get: operations["settings.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes settings that the environment leaves open; null goes back to the default. */
        patch: operations["settings.change"];
        trace?: never;
    };
    "/api/admin/settings/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed settings here, the newest first; the values of secrets are not in it. */
        get: operations["settings.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who has an account */
        get: operations["admin.users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change somebody's role, or close and open the account */
        patch: operations["admin.changeUser"];
        trace?: never;
    };
    "/api/admin/users/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a person a link to choose a new password */
        post: operations["admin.resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End every session of a person */
        post: operations["admin.signOutUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the caller's use is counted */
        get: operations["analytics.consent"];
        /** Choose whether the own use is counted; no also deletes what waits */
        put: operations["analytics.choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the delivery of usage events goes */
        get: operations["analytics.delivery"];
        /** Choose for the whole tenant; no also deletes what waits */
        put: operations["analytics.chooseForTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the coaches in the user's language */
        get: operations["coaches.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coaching/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says which model would answer */
        get: operations["coaching.model"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists conversations, newest first; q searches titles */
        get: operations["conversations.list"];
        put?: never;
        /** Starts a conversation with a coach */
        post: operations["conversations.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Returns a conversation */
        get: operations["conversations.get"];
        put?: never;
        post?: never;
        /** Deletes a conversation; it can be restored for 30 days */
        delete: operations["conversations.delete"];
        options?: never;
        head?: never;
        /** Renames a conversation, or changes its coach or model */
        patch: operations["conversations.change"];
        trace?: never;
    };
    "/api/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists messages, the newest page first, each page oldest first */
        get: operations["messages.list"];
        put?: never;
        /** Sends a message and streams the coach's answer */
        post: operations["messages.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/messages/{messageId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers the last message again and streams the answer */
        post: operations["messages.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a deletion back */
        post: operations["conversations.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams what changes on the platform, for open pages. */
        get: operations["platform.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much this installation was used, by day */
        get: operations["insights.usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trading accounts */
        get: operations["journal.accounts"];
        put?: never;
        /** Add a trading account */
        post: operations["journal.addAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A trading account */
        get: operations["journal.account"];
        /** Set name, currency, zone and start balance of a trading account */
        put: operations["journal.updateAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change parts of a trading account; what is absent stays, null clears */
        patch: operations["journal.changeAccount"];
        trace?: never;
    };
    "/api/journal/accounts/{id}/cash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money that came into an account or left it without a trade, newest first */
        get: operations["journal.cash"];
        put?: never;
        /** Note a deposit, a withdrawal, a fee, interest or a dividend */
        post: operations["journal.addCash"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/accounts/{id}/cash/{movementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a movement */
        delete: operations["journal.removeCash"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/after-loss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happens right after a loss, beside what happens right after a win */
        get: operations["journal.afterLoss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/behaviour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Habits that show in closed trades */
        get: operations["journal.behaviour"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/behaviour/{detector}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether a finding fits */
        post: operations["journal.behaviourFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/breakdowns/{dimension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closed trades by symbol, side, weekday, hour, duration, size, tag, setup, account, month or outcome */
        get: operations["journal.breakdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Results by day of a month */
        get: operations["journal.calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/check-trade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold an intended trade against the own rules */
        post: operations["journal.checkTrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/check-trade/{checkId}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on in spite of a check, with a note */
        post: operations["journal.overrideCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statistics of two periods, with their differences */
        get: operations["journal.compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days with trades or with something written */
        get: operations["journal.days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/days/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A day with its plan, review, mood and trades */
        get: operations["journal.day"];
        /** Write about a day; what is absent stays, null clears */
        put: operations["journal.saveDay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/equity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Equity and drawdown by day */
        get: operations["journal.equity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exchange rates for figures in one currency */
        get: operations["journal.exchangeRates"];
        /** Replace the exchange rates */
        put: operations["journal.replaceExchangeRates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The journal as csv, xlsx, json or zip; what it holds can be imported again */
        get: operations["journal.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Formats that are recognised */
        get: operations["journal.formats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/import-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Remembered mappings of columns */
        get: operations["journal.importMappings"];
        put?: never;
        /** Remember a mapping for files with certain headings */
        post: operations["journal.saveImportMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/import-mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a mapping */
        delete: operations["journal.removeImportMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["journal.imports"];
        put?: never;
        /** Upload a broker's export; preview it or commit it at once */
        post: operations["journal.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import */
        get: operations["journal.importDetails"];
        put?: never;
        post?: never;
        /** Remove a preview, or what was undone, with its file */
        delete: operations["journal.removeImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a previewed import into the journal */
        post: operations["journal.commitImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/imports/{id}/reparse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the kept file again, with other choices where given */
        post: operations["journal.reparseImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of an import's file with what becomes of each */
        get: operations["journal.importRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a committed import out of the journal */
        post: operations["journal.undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/imports/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at a file without keeping it: format, headings, sample rows, suggested columns */
        post: operations["journal.inspectImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/instruments/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kind, multiplier and tick of an instrument */
        get: operations["journal.instrument"];
        /** Correct kind, multiplier or tick of an instrument; its trades are computed again */
        put: operations["journal.saveInstrument"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether trading is locked */
        get: operations["journal.lock"];
        put?: never;
        /** Lock trading for a while; it can not be lifted early */
        post: operations["journal.lockTrading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/monte-carlo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the same results could have come to in another order or mix */
        get: operations["journal.monteCarlo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/playbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Playbooks by name */
        get: operations["journal.playbooks"];
        put?: never;
        /** Add a playbook with its criteria */
        post: operations["journal.addPlaybook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/playbooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A playbook with the hit rate when each criterion was followed and when it was not */
        get: operations["journal.playbook"];
        put?: never;
        post?: never;
        /** Delete a playbook; its trades remember it */
        delete: operations["journal.removePlaybook"];
        options?: never;
        head?: never;
        /** Change a playbook; what is absent stays */
        patch: operations["journal.changePlaybook"];
        trace?: never;
    };
    "/api/journal/playbooks/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the deletion of a playbook back */
        post: operations["journal.restorePlaybook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Positions that are not flat */
        get: operations["journal.positions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/price-bars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices of an instrument */
        get: operations["journal.priceBars"];
        put?: never;
        /** Bring prices of an instrument, for excursions and charts */
        post: operations["journal.addPriceBars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects by name */
        get: operations["journal.projects"];
        put?: never;
        /** Add a project */
        post: operations["journal.addProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a project; its trades remember it */
        delete: operations["journal.removeProject"];
        options?: never;
        head?: never;
        /** Change a project; what is absent stays */
        patch: operations["journal.changeProject"];
        trace?: never;
    };
    "/api/journal/projects/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the deletion of a project back */
        post: operations["journal.restoreProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/prop-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules of evaluation programmes */
        get: operations["journal.propRules"];
        put?: never;
        /** Add the rules of an evaluation programme to an account */
        post: operations["journal.addPropRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/prop-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove the rules of an evaluation programme */
        delete: operations["journal.removePropRules"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/prop-rules/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the accounts stand against their rules */
        get: operations["journal.propRuleStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own trading rules */
        get: operations["journal.rules"];
        /** Set the own trading rules */
        put: operations["journal.setRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/rules/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checks that were not followed, and what it cost */
        get: operations["journal.overrides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/rules/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the own rules stand today */
        get: operations["journal.ruleStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Load sample trades */
        post: operations["journal.loadSample"];
        /** Remove the sample trades */
        delete: operations["journal.removeSample"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/screenshots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture itself */
        get: operations["journal.screenshot"];
        put?: never;
        post?: never;
        /** Remove a picture */
        delete: operations["journal.removeScreenshot"];
        options?: never;
        head?: never;
        /** Change the caption of a picture or what is drawn on it */
        patch: operations["journal.changeScreenshot"];
        trace?: never;
    };
    "/api/journal/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statistics over closed trades */
        get: operations["journal.statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/statistics/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the figures are called and how they are computed */
        get: operations["journal.statisticDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags with the number of trades that carry them */
        get: operations["journal.tags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/tags/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a tag off every trade */
        delete: operations["journal.removeTag"];
        options?: never;
        head?: never;
        /** Give a tag another name; an existing name merges the two */
        patch: operations["journal.renameTag"];
        trace?: never;
    };
    "/api/journal/trades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closed trades */
        get: operations["journal.trades"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/trades/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A closed trade with its fills */
        get: operations["journal.trade"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is written about a trade; what is absent stays, null clears */
        patch: operations["journal.annotateTrade"];
        trace?: never;
    };
    "/api/journal/trades/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices around a trade, and how far they went for and against it */
        get: operations["journal.tradePrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/trades/{id}/screenshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a PNG, JPEG or WebP picture of at most 5 MB to a trade */
        post: operations["journal.addScreenshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/trades/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tag many trades, or give them a playbook or project */
        post: operations["journal.annotateTrades"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved filters of the trades table */
        get: operations["journal.views"];
        put?: never;
        /** Save a filter under a name; one of the same name is written over */
        post: operations["journal.saveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a saved filter */
        delete: operations["journal.removeView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often the caller may do what is limited, and how often he did; looking uses nothing up. */
        get: operations["limits.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells who makes the call and what he may do. */
        get: operations["platform.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The models that the caller may use */
        get: operations["models.connections"];
        put?: never;
        /** Add a connection */
        post: operations["models.addConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a connection */
        put: operations["models.changeConnection"];
        post?: never;
        /** Delete a connection; it can be restored for a day */
        delete: operations["models.deleteConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/connections/{id}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a connection for new conversations */
        post: operations["models.makeDefault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/connections/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted connection back */
        post: operations["models.restoreConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try address, key and model of a connection */
        post: operations["models.testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of connections, and which local servers were found */
        get: operations["models.providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller's calls to models used */
        get: operations["models.usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/platform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Describes the installation. */
        get: operations["platform.describe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of a plugin and the JSON Schema that they follow. */
        get: operations["plugins.settings"];
        /** Replaces the settings of a plugin. */
        put: operations["plugins.saveSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells where a run stands. */
        get: operations["runs.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks a run to stop; nothing happens when it has ended. */
        post: operations["runs.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{runId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams the events of a run, from the start or after Last-Event-ID. */
        get: operations["runs.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ui/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Web modules of the active plugins. */
        get: operations["ui.plugins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says that the process answers. */
        get: operations["health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says whether database, migrations and plugins are up; 503 when not. */
        get: operations["health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountsAnySession: {
            address: null | string;
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastSeenAt: string;
            userAgent: null | string;
            /** Format: uuid */
            userId: string;
        };
        AccountsAnySessionList: {
            items: components["schemas"]["AccountsAnySession"][];
        };
        AccountsCodeRequest: {
            code: null | string;
        };
        AccountsDeletionState: {
            /** Format: date-time */
            dueAt: string;
        };
        AccountsEmailChangeRequest: {
            email: null | string;
            password: null | string;
        };
        AccountsForgottenRequest: {
            email: null | string;
        };
        AccountsImportSummary: {
            /** Format: int64 */
            added: number;
            /** Format: int64 */
            present: number;
        };
        AccountsInvitationCreated: {
            invitation: components["schemas"]["AccountsInvitationInfo"];
            link: string;
        };
        AccountsInvitationInfo: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            role: components["schemas"]["Role"];
        };
        AccountsInvitationList: {
            items: components["schemas"]["AccountsInvitationInfo"][];
        };
        AccountsInvitationRequest: {
            email: null | string;
            role?: components["schemas"]["Role"];
        };
        AccountsLinkRequest: {
            token: null | string;
        };
        AccountsMailInfo: {
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            error: null | string;
            /** Format: uuid */
            id: string;
            readable: boolean;
            recipient: string;
            /** Format: date-time */
            sentAt: null | string;
            state: string;
            subject: string;
        };
        AccountsMailPage: {
            items: components["schemas"]["AccountsMailInfo"][];
            /** Format: uuid */
            nextCursor: null | string;
            serverConfigured: boolean;
        };
        AccountsMailText: {
            body: string;
            recipient: string;
            subject: string;
        };
        AccountsPasskeyChallenge: {
            options: components["schemas"]["JsonElement"];
            ticket: string;
        };
        AccountsPasskeyInfo: {
            backedUp: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastUsedAt: null | string;
            name: string;
        };
        AccountsPasskeyList: {
            items: components["schemas"]["AccountsPasskeyInfo"][];
        };
        AccountsPasskeyName: {
            name: null | string;
        };
        AccountsPasskeyRequest: {
            credential: components["schemas"]["JsonElement"];
            name?: null | string;
            ticket: null | string;
        };
        AccountsPasswordChangeRequest: {
            current: null | string;
            new: null | string;
        };
        AccountsPasswordProofRequest: {
            password: null | string;
        };
        AccountsProfile: {
            avatarUrl?: null | string;
            baseCurrency?: null | string;
            /** Format: date-time */
            createdAt: null | string;
            /** Format: date-time */
            deletionDueAt?: null | string;
            displayName: null | string;
            email: null | string;
            emailConfirmed?: boolean;
            /** Format: uuid */
            id: string;
            isGuest: boolean;
            language: null | string;
            mainConcern?: null | string;
            markets?: string[];
            preferredCoachId?: null | string;
            role: components["schemas"]["Role"];
            timeZone: null | string;
        };
        AccountsProfileChange: {
            baseCurrency?: null | string;
            displayName?: null | string;
            language?: null | string;
            mainConcern?: null | string;
            markets?: null | string[];
            preferredCoachId?: null | string;
            timeZone?: null | string;
        };
        AccountsRecoveryCodeList: {
            codes: string[];
        };
        AccountsRegisterRequest: {
            displayName?: null | string;
            email: null | string;
            invitation?: null | string;
            language?: null | string;
            password: null | string;
        };
        AccountsRegistrationState: {
            byInvitation: boolean;
            firstUser: boolean;
            open: boolean;
        };
        AccountsResetRequest: {
            password: null | string;
            token: null | string;
        };
        AccountsRoleInfo: {
            permissions: components["schemas"]["AccountsScopeInfo"][];
            role: components["schemas"]["Role"];
        };
        AccountsRoleList: {
            items: components["schemas"]["AccountsRoleInfo"][];
        };
        AccountsScopeInfo: {
            description: string;
            key: string;
        };
        AccountsSecondFactorProblem: {
            code: string;
            detail: string;
            /** Format: int32 */
            status: number;
            ticket: string;
            title: string;
            type: string;
        };
        AccountsSecondFactorRequest: {
            code?: null | string;
            recoveryCode?: null | string;
            ticket: null | string;
        };
        AccountsSessionInfo: {
            address: null | string;
            /** Format: date-time */
            createdAt: string;
            current: boolean;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastSeenAt: string;
            userAgent: null | string;
        };
        AccountsSessionList: {
            items: components["schemas"]["AccountsSessionInfo"][];
        };
        AccountsSignedIn: {
            user: components["schemas"]["AccountsProfile"];
        };
        AccountsSignInRequest: {
            email: null | string;
            password: null | string;
        };
        AccountsTokenCreated: {
            secret: string;
            token: components["schemas"]["AccountsTokenInfo"];
        };
        AccountsTokenInfo: {
            /** Format: date-time */
            createdAt: string;
            expired: boolean;
            /** Format: date-time */
            expiresAt: null | string;
            hint: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastUsedAt: null | string;
            name: string;
            scopes: string[];
        };
        AccountsTokenList: {
            items: components["schemas"]["AccountsTokenInfo"][];
            scopes: components["schemas"]["AccountsScopeInfo"][];
        };
        AccountsTokenRequest: {
            /** Format: date-time */
            expiresAt?: null | string;
            name: null | string;
            scopes: null | string[];
        };
        AccountsTwoFactorSetup: {
            secret: string;
            uri: string;
        };
        AccountsTwoFactorState: {
            enabled: boolean;
            /** Format: int32 */
            recoveryCodes: number;
            /** Format: date-time */
            since: null | string;
        };
        AccountsUserChange: {
            disabled?: null | boolean;
            role?: null | components["schemas"]["Role"];
        };
        AccountsUserInfo: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deletionDueAt: null | string;
            /** Format: date-time */
            disabledAt: null | string;
            displayName: null | string;
            email: string;
            emailConfirmed: boolean;
            /** Format: uuid */
            id: string;
            role: components["schemas"]["Role"];
            twoFactor: boolean;
        };
        AccountsUserPage: {
            items: components["schemas"]["AccountsUserInfo"][];
            /** Format: uuid */
            nextCursor: null | string;
        };
        AnalyticsChoice: {
            sends: null | boolean;
        };
        AnalyticsConsentView: {
            doNotTrack: boolean;
            personSends: boolean;
            provider: components["schemas"]["AnalyticsProviderName"];
            tenantSends: boolean;
        };
        AnalyticsDeliveryView: {
            /** Format: int32 */
            dead: number;
            /** Format: int64 */
            delivered: number;
            /** Format: int64 */
            dropped: number;
            host: null | string;
            /** Format: date-time */
            lastDeliveredAt: null | string;
            lastError: null | string;
            /** Format: int32 */
            limit: number;
            /** Format: date-time */
            nextAttemptAt: null | string;
            /** Format: int32 */
            pending: number;
            problem: null | string;
            provider: components["schemas"]["AnalyticsProviderName"];
            tenantSends: boolean;
        };
        /** @enum {unknown} */
        AnalyticsProviderName: "none" | "posthog" | "mixpanel";
        /** @description What became of the chain. */
        AuditCheck: {
            /**
             * Format: date-time
             * @description When this was found, in UTC.
             */
            checkedAt: string;
            /**
             * Format: int32
             * @description How many entries were found in order.
             */
            entries: number;
            /** @description What is wrong, in the language of the caller, or null. */
            fault: null | string;
            /** @description Hash of the last entry in order, hexadecimal; note it elsewhere to compare with later. */
            hash: string;
            /**
             * Format: int64
             * @description Number of the last entry, or of the one that is wrong.
             */
            sequence: number;
            /** @description Whether every entry follows the one before it, up to the head. */
            whole: boolean;
        };
        /** @description What the audit log can be narrowed down to. */
        AuditChoices: {
            /** @description Dotted names of what was done. */
            actions: string[];
            /** @description Who did it. */
            people: components["schemas"]["AuditPerson"][];
        };
        /** @description Something that somebody did. */
        AuditEntry: {
            /** @description Dotted name of what was done. */
            action: string;
            /** @description Network address of the caller, or null. */
            address: null | string;
            after: null | components["schemas"]["JsonObject"];
            /**
             * Format: date-time
             * @description When, in UTC.
             */
            at: string;
            before: null | components["schemas"]["JsonObject"];
            /** @description What else was noted. */
            details: components["schemas"]["JsonObject"];
            /**
             * Format: uuid
             * @description Grows with time.
             */
            id: string;
            /** @description `success`, `refused` or `failed`. */
            outcome: string;
            /** @description Request in which it was done, or null. */
            requestId: null | string;
            /**
             * Format: int64
             * @description Number within the tenant, without gaps.
             */
            sequence: number;
            /** @description What it was done to. */
            subject: string;
            /** @description What the caller's program called itself, or null. */
            userAgent: null | string;
            /**
             * Format: uuid
             * @description Who.
             */
            userId: string;
            /** @description Name at that time, or null. */
            userName: null | string;
        };
        /** @description A page of the audit log. */
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            nextCursor: null | string;
        };
        /** @description Somebody who did something. */
        AuditPerson: {
            /**
             * Format: uuid
             * @description Who; all zeros for the installation itself.
             */
            userId: string;
            /** @description The last name of his in the log, or null. */
            userName: null | string;
        };
        /** @description The caller. */
        CallerInfo: {
            /**
             * Format: uuid
             * @description The user's id.
             */
            id: string;
            /** @description Whether this is the one local person of an installation without sign-in. */
            isGuest: boolean;
            /** @description Language of the call. */
            language: string;
            /** @description Name for display, or null. */
            name: null | string;
            /** @description Every permission that the caller holds, sorted. */
            permissions: string[];
            /** @description The role in the current tenant. */
            role: components["schemas"]["Role"];
        };
        /** @description One thing that was looked at. */
        Check: {
            /** @description What is wrong, or null. */
            reason: null | string;
            /** @description `ready`, `starting`, `disabled`, `waiting`, `incompatible` or `failed`. */
            state: string;
        };
        /** @description The time by which licences go. */
        ClockView: {
            /**
             * Format: date-time
             * @description The time that counts, in UTC.
             */
            now: string;
            /** @description Whether the machine's clock was set back. */
            rolledBack: boolean;
        };
        CoachingAnsweringModel: {
            connectionName: string;
            isLocal: boolean;
            kind: string;
            model: string;
        };
        CoachingChangeConversation: {
            coachId: null | string;
            /** Format: uuid */
            connectionId: null | string;
            title: null | string;
            useDefaultModel: null | boolean;
        };
        CoachingCoachView: {
            description: string;
            id: string;
            isDefault: boolean;
            name: string;
            reads: string[];
            starters: string[];
            style: string;
        };
        CoachingConversationPage: {
            items: components["schemas"]["CoachingConversationView"][];
            nextCursor: null | string;
        };
        CoachingConversationView: {
            coachId: string;
            /** Format: uuid */
            connectionId: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deletedAt: null | string;
            /** Format: uuid */
            id: string;
            language: string;
            /** Format: int32 */
            messageCount: number;
            title: null | string;
            /** Format: date-time */
            updatedAt: string;
        };
        CoachingCreateConversation: {
            coachId: null | string;
            /** Format: uuid */
            connectionId: null | string;
        };
        CoachingEvidence: {
            figures?: components["schemas"]["CoachingEvidenceFigure"][];
            trades?: components["schemas"]["EvidenceTrade"][];
            unbacked?: string[];
        };
        CoachingEvidenceFigure: {
            currency: null | string;
            id: string;
            label: string;
            /** Format: int32 */
            n: number;
            reason: null | string;
            unit: string;
            /** Format: double */
            value: null | number;
        };
        CoachingMessagePage: {
            items: components["schemas"]["CoachingMessageView"][];
            nextCursor: null | string;
        };
        CoachingMessageView: {
            coachId?: null | string;
            /** Format: date-time */
            completedAt?: null | string;
            /** Format: date-time */
            createdAt: string;
            errorCode?: null | string;
            errorMessage?: null | string;
            errorRetryable?: boolean;
            evidence?: null | components["schemas"]["CoachingEvidence"];
            finish?: null | string;
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            inputTokens?: null | number;
            kind: string;
            /** Format: int64 */
            lastEventId?: null | number;
            model?: null | string;
            /** Format: int64 */
            outputTokens?: null | number;
            reasoning?: null | string;
            /** Format: uuid */
            replyToId?: null | string;
            /** Format: double */
            retryAfter?: null | number;
            role: string;
            /** Format: uuid */
            runId?: null | string;
            /** Format: int32 */
            sequence: number;
            status: string;
            text: string;
            /** Format: int64 */
            thoughtMs?: null | number;
            tools?: components["schemas"]["CoachingToolStep"][];
        };
        CoachingSendMessage: {
            idempotencyKey: null | string;
            text: null | string;
        };
        CoachingToolStep: {
            callId: string;
            /** Format: int64 */
            durationMs: null | number;
            name: string;
            status: string;
            title: string;
        };
        /** @description A trade shown as evidence. */
        EvidenceTrade: {
            /**
             * Format: date-time
             * @description When it was closed, in UTC.
             */
            closedAt: null | string;
            /** @description ISO code. */
            currency: string;
            /**
             * Format: uuid
             * @description The trade's id.
             */
            id: string;
            /**
             * Format: double
             * @description Result after fees.
             */
            net: number;
            /** @description What people call it, e.g. `T-0194`. */
            number: string;
            /**
             * Format: date-time
             * @description When it was opened, in UTC.
             */
            openedAt: string;
            /**
             * Format: double
             * @description Size, positive.
             */
            quantity: number;
            /** @description `long` or `short`. */
            side: string;
            /** @description Instrument. */
            symbol: string;
        };
        /** @description An upgrade that did not come to serve. */
        FailureView: {
            /** Format: date-time */
            at: string;
            reason: string;
            version: string;
        };
        /** @description What is the matter with a plugin. */
        FaultView: {
            /**
             * Format: date-time
             * @description When it happened last, in UTC.
             */
            at: string;
            /**
             * Format: int32
             * @description How often it happened.
             */
            count: number;
            /** @description `incompatible`, `faulted` or `waiting`. */
            kind: string;
            /** @description Its last log lines, oldest first. */
            log: string[];
            /** @description One sentence. */
            message: string;
            /**
             * Format: date-time
             * @description When the host tries again by itself, or null.
             */
            retryAt: null | string;
            /** @description The exception, or null. */
            stack: null | string;
            /** @description What the host asked of it at that moment. */
            where: string;
        };
        /** @description All features. */
        FeatureList: {
            items: components["schemas"]["FeatureView"][];
        };
        /** @description A feature's state. */
        FeatureState: {
            /** @description Whether it is on. */
            isOn: boolean;
            /**
             * @description Whether what the feature has stored can still be read although it is off: it was paid for and no longer is.
             *     Gated endpoints answer safe methods then, and refuse the others with 402.
             */
            isReadOnly?: boolean;
            /** @description The feature. */
            key: string;
            /**
             * @description Stable snake_case reason: `default`, `environment`, `mode`, `licensed`, `unlicensed`,
             *     `expired`, `plan`, `not_installed`, `disabled`, `dependency`, `quarantined`.
             */
            reason: string;
        };
        /** @description A feature as an administrator sees it. */
        FeatureView: {
            /** @description What a licence must state, or null. */
            entitlement: null | string;
            /** @description Whether it is on for the tenant. */
            isOn: boolean;
            /** @description Whether what it has stored can still be read although it is off. */
            isReadOnly: boolean;
            /** @description Its key. */
            key: string;
            /** @description Deployment modes in which it exists; empty for all. */
            modes: string[];
            /** @description Id of the plugin that declares it. */
            plugin: string;
            /** @description `default`, `environment`, `mode`, `licensed`, `unlicensed`, `expired`, `plan`, `not_installed`, `disabled`, `dependency` or `quarantined`. */
            reason: string;
            /** @description Whether it is switched by the operator alone, and not for sale. */
            release: boolean;
            /** @description The variable that switches it. */
            variable: string;
        };
        /** @description A plugin of a feed, and the version of it that is installed. */
        FeedItemView: {
            description: null | string;
            descriptionZh: null | string;
            id: string;
            installed: null | string;
            name: string;
            nameZh: null | string;
            publisher: null | string;
            versions: components["schemas"]["FeedVersionView"][];
        };
        /** @description A version of a plugin of a feed. */
        FeedVersionView: {
            changes: null | string;
            keyId: null | string;
            permissions: string[];
            sdk: string;
            sha256: string;
            /** Format: int64 */
            size: number;
            version: string;
        };
        /** @description What a feed offers. */
        FeedView: {
            /** @description Its plugins. */
            items: components["schemas"]["FeedItemView"][];
            /** @description Where it is, or null when the installation has none. */
            url: null | string;
        };
        /** @description What a plugin used since the host started. */
        FiguresView: {
            /** Format: int32 */
            contextsAlive: number;
            /** Format: double */
            databaseMs: number;
            /** Format: int64 */
            errors: number;
            /** Format: int64 */
            jobs: number;
            /** Format: int64 */
            memoryBytes: number;
            /** Format: double */
            p50Ms: number;
            /** Format: double */
            p99Ms: number;
            /** Format: int64 */
            requests: number;
        };
        /** Format: binary */
        IFormFile: null | string;
        InsightsModelShare: {
            /** Format: int64 */
            calls: number;
            kind: string;
            /** Format: int64 */
            tokens: number;
        };
        InsightsUsageDay: {
            /** Format: date */
            day: string;
            /** Format: int64 */
            errors: number;
            /** Format: int64 */
            imports: number;
            /** Format: int64 */
            messages: number;
            /** Format: int64 */
            modelCalls: number;
            /** Format: int32 */
            people: number;
        };
        InsightsUsageShare: {
            /** Format: int64 */
            count: number;
            key: string;
            name: null | string;
        };
        InsightsUsageTotals: {
            /** Format: int64 */
            conversations: number;
            /** Format: int64 */
            errors: number;
            /** Format: int64 */
            executions: number;
            /** Format: int64 */
            imports: number;
            /** Format: int64 */
            messages: number;
            /** Format: int64 */
            modelCalls: number;
            /** Format: int64 */
            modelTokens: number;
            /** Format: int64 */
            reports: number;
            /** Format: int64 */
            signIns: number;
            /** Format: int64 */
            signUps: number;
        };
        InsightsUsageView: {
            coaches: components["schemas"]["InsightsUsageShare"][];
            days: components["schemas"]["InsightsUsageDay"][];
            errors: components["schemas"]["InsightsUsageShare"][];
            formats: components["schemas"]["InsightsUsageShare"][];
            /** Format: date */
            from: string;
            models: components["schemas"]["InsightsModelShare"][];
            /** Format: int32 */
            people: number;
            /** Format: int32 */
            retentionDays: number;
            /** Format: date */
            to: string;
            totals: components["schemas"]["InsightsUsageTotals"];
        };
        /** @description What to install. */
        InstallationRequest: {
            /** @description Whether an older version may replace a newer one. */
            allowDowngrade: boolean;
            /** @description Id of the plugin when it may come in without a trusted signature, or null. */
            allowUnsigned: null | string;
            /**
             * @description Whether this is one try of many: what it takes over from is not kept for going back.
             * @default false
             */
            draft: boolean;
            /** @description Names the package. */
            sha256: string;
        };
        /** @description What to install. */
        InstallLicence: {
            /** @description A licence or a trust list. */
            token: string;
        };
        JournalAccountBody: {
            /** Format: double */
            breakevenBand: number;
            broker: null | string;
            currency: string;
            dayCutOff: null | string;
            /** Format: int32 */
            executions: number;
            externalName: null | string;
            /** Format: uuid */
            id: string;
            isSample: boolean;
            lotMethod: string;
            name: string;
            /** Format: date */
            resetOn: null | string;
            /** Format: double */
            startBalance: number;
            timeZone: string;
            /** Format: int32 */
            trades: number;
        };
        JournalAccountInput: {
            currency: null | string;
            name: null | string;
            /** Format: double */
            startBalance: null | number;
            timeZone: null | string;
        };
        JournalAccountList: {
            items: components["schemas"]["JournalAccountBody"][];
        };
        JournalAccountPatch: {
            /** Format: double */
            breakevenBand?: null | number;
            broker?: null | string;
            currency?: null | string;
            dayCutOff?: null | string;
            lotMethod?: null | string;
            name?: null | string;
            resetOn?: null | string;
            /** Format: double */
            startBalance?: null | number;
            timeZone?: null | string;
        };
        JournalAccountStatusBody: {
            /** Format: uuid */
            accountId: string;
            currency: string;
            /** Format: date-time */
            dayEnd: string;
            /** Format: date-time */
            dayStart: string;
            /** Format: double */
            net: number;
            /** Format: int32 */
            openPositions: number;
            rules: components["schemas"]["JournalRuleStanding"][];
            /** Format: int32 */
            trades: number;
        };
        JournalAfterLossBody: {
            currency: null | string;
            figures: {
                [key: string]: components["schemas"]["JournalFigureBody"];
            };
            trades: components["schemas"]["JournalTradeBody"][];
            /** Format: double */
            windowMinutes: null | number;
        };
        JournalAnnotationBody: {
            /** Format: int32 */
            confidence: null | number;
            criteria: string[];
            emotionAfter: null | string;
            emotionBefore: null | string;
            emotionDuring: null | string;
            mistakes: string[];
            note: null | string;
            /** Format: double */
            plannedEntry: null | number;
            /** Format: double */
            plannedStop: null | number;
            /** Format: double */
            plannedTarget: null | number;
            /** Format: uuid */
            playbookId: null | string;
            /** Format: uuid */
            projectId: null | string;
            /** Format: int32 */
            rating: null | number;
            /** Format: int32 */
            stress: null | number;
            tags: string[];
            /** Format: date-time */
            updatedAt: null | string;
        };
        JournalAnnotationPatch: {
            /** Format: int32 */
            confidence?: null | number;
            criteria?: null | string[];
            emotionAfter?: null | string;
            emotionBefore?: null | string;
            emotionDuring?: null | string;
            mistakes?: null | string[];
            note?: null | string;
            /** Format: double */
            plannedEntry?: null | number;
            /** Format: double */
            plannedStop?: null | number;
            /** Format: double */
            plannedTarget?: null | number;
            /** Format: uuid */
            playbookId?: null | string;
            /** Format: uuid */
            projectId?: null | string;
            /** Format: int32 */
            rating?: null | number;
            /** Format: int32 */
            stress?: null | number;
            tags?: null | string[];
        };
        JournalBandBody: {
            /** Format: double */
            p5: number;
            /** Format: double */
            p50: number;
            /** Format: double */
            p95: number;
            /** Format: int32 */
            trade: number;
        };
        JournalBehaviourBody: {
            currency: null | string;
            items: components["schemas"]["JournalFindingBody"][];
            /** Format: int32 */
            trades: number;
            truncated: boolean;
        };
        JournalBreakdownBody: {
            by: string;
            cells: components["schemas"]["JournalBreakdownCellBody"][];
            corrected: string;
            currency: null | string;
            dimension: string;
            /** Format: double */
            q: number;
            /** Format: int32 */
            trades: number;
            unit: string;
        };
        JournalBreakdownCellBody: {
            /** Format: double */
            adjusted: null | number;
            interval: null | components["schemas"]["JournalIntervalBody"];
            key: string;
            label: string;
            /** Format: double */
            mean: number;
            /** Format: int32 */
            n: number;
            /** Format: double */
            net: number;
            /** Format: double */
            profitFactor: null | number;
            /** Format: double */
            pValue: null | number;
            shown: string;
            significant: boolean;
            /** Format: double */
            winRate: null | number;
        };
        JournalBulkFilter: {
            /** Format: uuid */
            accountId: null | string;
            accountIds?: null | string[];
            currency: null | string;
            from: null | string;
            /** Format: int32 */
            hour?: null | number;
            /** Format: double */
            maxDuration?: null | number;
            /** Format: double */
            maxSize?: null | number;
            /** Format: double */
            minDuration?: null | number;
            /** Format: double */
            minSize?: null | number;
            outcome: null | string;
            /** Format: uuid */
            projectId?: null | string;
            /** Format: uuid */
            setup?: null | string;
            side: null | string;
            sinceReset?: null | boolean;
            symbol: null | string;
            tags?: null | string[];
            to: null | string;
            view?: null | string;
            /** Format: int32 */
            weekday?: null | number;
        };
        JournalBulkPatch: {
            addTags?: null | string[];
            filter?: null | components["schemas"]["JournalBulkFilter"];
            ids?: null | string[];
            /** Format: uuid */
            playbookId?: null | string;
            /** Format: uuid */
            projectId?: null | string;
            removeTags?: null | string[];
        };
        JournalCalendarBody: {
            currency: null | string;
            days: components["schemas"]["JournalCalendarDay"][];
            month: string;
            /** Format: double */
            net: number;
            /** Format: int32 */
            trades: number;
        };
        JournalCalendarDay: {
            /** Format: date */
            date: string;
            /** Format: int32 */
            losses: number;
            /** Format: double */
            net: number;
            /** Format: int32 */
            trades: number;
            /** Format: int32 */
            wins: number;
        };
        JournalCashBody: {
            /** Format: double */
            amount: number;
            currency: string;
            /** Format: date */
            day: string;
            /** Format: double */
            effect: number;
            /** Format: uuid */
            id: string;
            kind: string;
            note: null | string;
        };
        JournalCashInput: {
            /** Format: double */
            amount: null | number;
            day: null | string;
            kind: null | string;
            note: null | string;
        };
        JournalCashList: {
            items: components["schemas"]["JournalCashBody"][];
        };
        JournalCashMarkerBody: {
            /** Format: double */
            amount: number;
            /** Format: date */
            date: string;
            kind: string;
        };
        JournalChangedBody: {
            /** Format: int32 */
            changed: number;
        };
        JournalCheckBody: {
            /** Format: uuid */
            checkId: string;
            decision: string;
            lock: null | components["schemas"]["JournalLockBody"];
            reasons: components["schemas"]["JournalReasonBody"][];
        };
        JournalCheckInput: {
            /** Format: uuid */
            accountId: null | string;
            checklist: null | string[];
            /** Format: uuid */
            playbookId: null | string;
            /** Format: double */
            quantity: null | number;
            /** Format: double */
            risk: null | number;
            side: null | string;
            symbol: null | string;
        };
        JournalColumnMapping: {
            columns?: null | {
                [key: string]: string;
            };
            fees?: null | string[];
            feesAreCash?: null | boolean;
            hasHeader?: null | boolean;
            isTrades?: boolean;
            kind?: null | string;
            sides?: null | {
                [key: string]: string;
            };
            symbol?: null | string;
        };
        JournalComparedFigureBody: {
            /** Format: double */
            difference: null | number;
            id: string;
            label: string;
            /** Format: double */
            other: null | number;
            unit: string;
            /** Format: double */
            value: null | number;
        };
        JournalComparisonBody: {
            currency: null | string;
            differences: components["schemas"]["JournalComparedFigureBody"][];
            figures: {
                [key: string]: components["schemas"]["JournalFigureBody"];
            };
            otherFigures: {
                [key: string]: components["schemas"]["JournalFigureBody"];
            };
        };
        JournalConversionBody: {
            /** Format: int32 */
            converted: number;
            /** Format: double */
            currency: number;
            /** Format: int32 */
            missing: number;
            /** Format: double */
            price: number;
        };
        JournalCoverageBody: {
            /** Format: int32 */
            total: number;
            /** Format: int32 */
            used: number;
        };
        JournalCriterion: {
            id: string;
            text: string;
        };
        JournalCriterionInput: {
            id: null | string;
            text: null | string;
        };
        JournalCriterionResult: {
            followed: components["schemas"]["JournalHitRate"];
            id: string;
            notFollowed: components["schemas"]["JournalHitRate"];
            text: string;
        };
        JournalCurrencyBody: {
            code: string;
            /** Format: int32 */
            trades: number;
        };
        JournalDayBody: {
            currency: null | string;
            /** Format: date */
            date: string;
            /** Format: int32 */
            mood: null | number;
            /** Format: double */
            net: number;
            note: null | string;
            plan: null | string;
            review: null | string;
            totals: components["schemas"]["JournalDayTotal"][];
            trades: components["schemas"]["JournalTradeBody"][];
            /** Format: date-time */
            updatedAt: null | string;
        };
        JournalDayList: {
            items: components["schemas"]["JournalDaySummary"][];
        };
        JournalDayPatch: {
            /** Format: int32 */
            mood?: null | number;
            note?: null | string;
            plan?: null | string;
            review?: null | string;
        };
        JournalDaySummary: {
            /** Format: date */
            date: string;
            hasNote: boolean;
            hasPlan: boolean;
            hasReview: boolean;
            /** Format: int32 */
            mood: null | number;
            totals: components["schemas"]["JournalDayTotal"][];
        };
        JournalDayTotal: {
            currency: string;
            /** Format: int32 */
            losses: number;
            /** Format: double */
            net: number;
            /** Format: int32 */
            trades: number;
            /** Format: int32 */
            wins: number;
        };
        JournalDrawdownQuantilesBody: {
            /** Format: double */
            p50: number;
            /** Format: double */
            p95: number;
            /** Format: double */
            p99: number;
        };
        JournalEquityBody: {
            currency: null | string;
            markers?: components["schemas"]["JournalCashMarkerBody"][];
            points: components["schemas"]["JournalEquityPointBody"][];
            /** Format: double */
            startBalance: number;
        };
        JournalEquityPointBody: {
            /** Format: date */
            date: string;
            /** Format: double */
            drawdown: number;
            /** Format: double */
            equity: number;
            /** Format: double */
            net: number;
            /** Format: int32 */
            trades: number;
        };
        JournalExclusionBody: {
            /** Format: int32 */
            count: number;
            reason: string;
        };
        JournalFeedbackBody: {
            detector: string;
            value: null | string;
        };
        JournalFeedbackInput: {
            value: null | string;
        };
        JournalFigureBody: {
            coverage?: null | components["schemas"]["JournalCoverageBody"];
            currency: null | string;
            /** Format: date */
            day?: null | string;
            exclusions?: components["schemas"]["JournalExclusionBody"][];
            formula?: null | string;
            id: string;
            interval: null | components["schemas"]["JournalIntervalBody"];
            label: string;
            lowSample: boolean;
            /** Format: int32 */
            n: number;
            reason: null | string;
            reasonText?: null | string;
            reference?: null | string;
            unit: string;
            /** Format: double */
            value: null | number;
        };
        JournalFigureDefinitionBody: {
            formula: string;
            id: string;
            label: string;
            reasons: string[];
            reference: string;
            unit: string;
        };
        JournalFigureDefinitionList: {
            items: components["schemas"]["JournalFigureDefinitionBody"][];
        };
        JournalFillBody: {
            /** Format: date-time */
            at: string;
            effect: string;
            /** Format: uuid */
            executionId: string;
            /** Format: double */
            fee: number;
            /** Format: uuid */
            importId: string;
            /** Format: double */
            price: number;
            /** Format: double */
            quantity: number;
            /** Format: int32 */
            row: number;
            side: string;
        };
        JournalFindingBody: {
            /** Format: double */
            corrected: null | number;
            cost: null | components["schemas"]["JournalFindingCostBody"];
            detector: string;
            /** Format: double */
            effect: null | number;
            effectUnit: string;
            evidence: string[];
            feedback: null | string;
            id: string;
            interval: null | components["schemas"]["JournalFindingIntervalBody"];
            /** Format: int32 */
            n: number;
            /** Format: int32 */
            nRequired: number;
            parts: components["schemas"]["JournalFindingPartBody"][];
            /** Format: double */
            pValue: null | number;
            reason: null | string;
            /** Format: double */
            score: null | number;
            sentence: string;
            significant: boolean;
            title: string;
        };
        JournalFindingCostBody: {
            /** Format: double */
            amount: number;
            currency: string;
        };
        JournalFindingIntervalBody: {
            /** Format: double */
            high: number;
            /** Format: double */
            level: number;
            /** Format: double */
            low: number;
        };
        JournalFindingPartBody: {
            id: string;
            label: string;
            unit: string;
            /** Format: double */
            value: number;
        };
        JournalFormatBody: {
            id: string;
            name: string;
        };
        JournalFormatList: {
            items: components["schemas"]["JournalFormatBody"][];
        };
        JournalHitRate: {
            /** Format: double */
            high: null | number;
            /** Format: int32 */
            losses: number;
            /** Format: double */
            low: null | number;
            lowSample: boolean;
            /** Format: int32 */
            trades: number;
            /** Format: double */
            winRate: null | number;
            /** Format: int32 */
            wins: number;
        };
        JournalImportAccount: {
            /** Format: uuid */
            id: null | string;
            name: string;
        };
        JournalImportBody: {
            accounts: components["schemas"]["JournalImportAccount"][];
            /** Format: int32 */
            closedTrades: number;
            committed: boolean;
            /** Format: date-time */
            committedAt?: null | string;
            /** Format: date-time */
            createdAt: string;
            currency: string;
            dateOrder?: null | string;
            decimalSeparator?: null | string;
            delimiter: string;
            /** Format: int32 */
            duplicates: number;
            encoding: string;
            /** Format: int32 */
            errorCount: number;
            errors: components["schemas"]["JournalImportError"][];
            /** Format: int32 */
            executions: number;
            /** Format: double */
            fees: number;
            fileName: string;
            format: string;
            formatName: string;
            /** Format: double */
            gross: number;
            /** Format: int32 */
            headerLine?: null | number;
            /** Format: uuid */
            id: string;
            kind?: null | string;
            /** Format: double */
            net: number;
            openPositions: components["schemas"]["JournalImportPosition"][];
            /** Format: int32 */
            rows: number;
            skipped: components["schemas"]["JournalImportSkipped"][];
            /** Format: int32 */
            skippedCount: number;
            state: string;
            statement?: null | components["schemas"]["JournalImportStatement"];
            symbols: string[];
            timeZone: string;
            totals: components["schemas"]["JournalImportTotal"][];
            /** Format: date-time */
            undoneAt?: null | string;
            warnings: components["schemas"]["JournalImportNote"][];
        };
        JournalImportChoices: {
            dateOrder?: null | string;
            decimalSeparator?: null | string;
            encoding?: null | string;
            isEmpty?: boolean;
            mapping?: null | components["schemas"]["JournalColumnMapping"];
        };
        JournalImportError: {
            code: string;
            column: null | string;
            message: string;
            /** Format: int32 */
            row: number;
        };
        JournalImportForm: {
            /** Format: uuid */
            accountId?: null | string;
            commit?: null | boolean;
            currency?: null | string;
            dateOrder?: null | string;
            decimalSeparator?: null | string;
            encoding?: null | string;
            file: components["schemas"]["IFormFile"];
            mapping?: null | string;
            timeZone?: null | string;
        };
        JournalImportNote: {
            code: string;
            message: string;
        };
        JournalImportPage: {
            items: components["schemas"]["JournalImportBody"][];
            nextCursor: null | string;
        };
        JournalImportPosition: {
            /** Format: double */
            averagePrice: number;
            currency: string;
            /** Format: double */
            quantity: number;
            side: string;
            symbol: string;
        };
        JournalImportRowBody: {
            column: null | string;
            currency: null | string;
            /** Format: date-time */
            executedAt: null | string;
            /** Format: double */
            fee: null | number;
            message: null | string;
            /** Format: double */
            price: null | number;
            /** Format: double */
            quantity: null | number;
            raw?: null | string[];
            reason: null | string;
            /** Format: int32 */
            row: number;
            side: null | string;
            symbol: null | string;
            verdict: string;
        };
        JournalImportRowPage: {
            items: components["schemas"]["JournalImportRowBody"][];
            nextCursor: null | string;
        };
        JournalImportSkipped: {
            message: string;
            reason: string;
            /** Format: int32 */
            row: number;
        };
        JournalImportStatement: {
            /** Format: double */
            fees: null | number;
            /** Format: double */
            gross: null | number;
            /** Format: double */
            net: null | number;
        };
        JournalImportTotal: {
            /** Format: int32 */
            buys: number;
            /** Format: int32 */
            closedTrades: number;
            currency: string;
            /** Format: int32 */
            executions: number;
            /** Format: double */
            fees: number;
            /** Format: double */
            gross: number;
            /** Format: double */
            net: number;
            /** Format: int32 */
            openPositions: number;
            /** Format: int32 */
            sells: number;
        };
        JournalInspectionBody: {
            dateOrder?: null | string;
            decimalSeparator?: null | string;
            delimiter: string;
            encoding: string;
            fields: string[];
            fileName: string;
            fingerprint: string;
            format?: null | string;
            formatName?: null | string;
            /** Format: int32 */
            headerLine: number;
            headings: string[];
            kind: string;
            refusal?: null | components["schemas"]["JournalImportNote"];
            remembered: boolean;
            rows: string[][];
            suggestedMapping?: null | components["schemas"]["JournalColumnMapping"];
        };
        JournalInstrumentBody: {
            /** Format: int32 */
            executions: number;
            /** Format: double */
            fileMultiplier: null | number;
            kind: string;
            /** Format: double */
            multiplier: null | number;
            symbol: string;
            /** Format: double */
            tick: null | number;
        };
        JournalInstrumentPatch: {
            kind?: null | string;
            /** Format: double */
            multiplier?: null | number;
            /** Format: double */
            tick?: null | number;
        };
        JournalIntervalBody: {
            /** Format: double */
            high: number;
            /** Format: double */
            level: number;
            /** Format: double */
            low: number;
        };
        JournalLockBody: {
            locked: boolean;
            /** Format: int32 */
            remainingMinutes: number;
            /** Format: date-time */
            since: null | string;
            /** Format: date-time */
            until: null | string;
        };
        JournalLockInput: {
            /** Format: int32 */
            minutes: null | number;
        };
        JournalMappingBody: {
            choices: components["schemas"]["JournalImportChoices"];
            fingerprint: string;
            headings: string[];
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            updatedAt: string;
        };
        JournalMappingInput: {
            choices: null | components["schemas"]["JournalImportChoices"];
            headings: null | string[];
            name: null | string;
        };
        JournalMappingList: {
            items: components["schemas"]["JournalMappingBody"][];
        };
        JournalMonteCarloBody: {
            bands: components["schemas"]["JournalBandBody"][];
            currency: null | string;
            endEquity: components["schemas"]["JournalQuantilesBody"];
            maxDrawdown: components["schemas"]["JournalDrawdownQuantilesBody"];
            /** Format: double */
            meanEnd: number;
            mode: string;
            /** Format: int32 */
            paths: number;
            /** Format: double */
            ruin: null | number;
            /** Format: double */
            ruinAt: null | number;
            /** Format: int64 */
            seed: number;
            /** Format: double */
            start: number;
            /** Format: int32 */
            trades: number;
            unit: string;
        };
        JournalOverrideBody: {
            /** Format: uuid */
            accountId: string;
            /** Format: date-time */
            at: string;
            cost: null | components["schemas"]["JournalOverrideCostBody"];
            decision: string;
            /** Format: uuid */
            id: string;
            kind: string;
            note: null | string;
            /** Format: double */
            quantity: number;
            reasons: components["schemas"]["JournalReasonBody"][];
            side: string;
            symbol: string;
            trades: string[];
        };
        JournalOverrideCostBody: {
            /** Format: double */
            amount: number;
            currency: string;
        };
        JournalOverrideInput: {
            note: null | string;
        };
        JournalOverridePage: {
            items: components["schemas"]["JournalOverrideBody"][];
            nextCursor: null | string;
        };
        JournalPendingRulesBody: {
            /** Format: date-time */
            from: string;
            rules: components["schemas"]["JournalRuleSet"];
        };
        JournalPlaybookBody: {
            /** Format: date-time */
            createdAt: string;
            criteria: components["schemas"]["JournalCriterion"][];
            description: null | string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: int32 */
            trades: number;
            /** Format: date-time */
            updatedAt: string;
        };
        JournalPlaybookDetails: {
            /** Format: date-time */
            createdAt: string;
            criteria: components["schemas"]["JournalCriterionResult"][];
            description: null | string;
            /** Format: uuid */
            id: string;
            name: string;
            result: components["schemas"]["JournalHitRate"];
            /** Format: date-time */
            updatedAt: string;
        };
        JournalPlaybookList: {
            items: components["schemas"]["JournalPlaybookBody"][];
        };
        JournalPlaybookPatch: {
            criteria?: null | components["schemas"]["JournalCriterionInput"][];
            description?: null | string;
            name?: null | string;
        };
        JournalPositionBody: {
            /** Format: uuid */
            accountId: string;
            /** Format: double */
            averagePrice: number;
            currency: string;
            /** Format: double */
            multiplier: number;
            /** Format: date-time */
            openedAt: string;
            /** Format: double */
            quantity: number;
            /** Format: double */
            realisedNet: number;
            side: string;
            symbol: string;
        };
        JournalPositionList: {
            items: components["schemas"]["JournalPositionBody"][];
        };
        JournalPriceBarBody: {
            /** Format: double */
            close: number;
            /** Format: date-time */
            end: string;
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
            /** Format: double */
            open: number;
            /** Format: date-time */
            time: string;
        };
        JournalPriceBarForm: {
            file: components["schemas"]["IFormFile"];
            symbol: string;
            timeZone?: null | string;
        };
        JournalPriceBarList: {
            items: components["schemas"]["JournalPriceBarBody"][];
            symbol: string;
        };
        JournalPriceBarSummary: {
            /** Format: int32 */
            bars: number;
            /** Format: date-time */
            from: string;
            symbol: string;
            /** Format: date-time */
            to: string;
        };
        JournalProjectBody: {
            /** Format: date-time */
            createdAt: string;
            description: null | string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: int32 */
            trades: number;
            /** Format: date-time */
            updatedAt: string;
        };
        JournalProjectList: {
            items: components["schemas"]["JournalProjectBody"][];
        };
        JournalProjectPatch: {
            description?: null | string;
            name?: null | string;
        };
        JournalPropRuleBody: {
            /** Format: uuid */
            accountId: string;
            /** Format: double */
            consistency: null | number;
            /** Format: double */
            dailyLoss: null | number;
            drawdown: string;
            /** Format: uuid */
            id: string;
            /** Format: double */
            maxDrawdown: null | number;
            /** Format: int32 */
            minimumDays: null | number;
            name: string;
            /** Format: double */
            profitTarget: null | number;
        };
        JournalPropRuleInput: {
            /** Format: uuid */
            accountId: null | string;
            /** Format: double */
            consistency: null | number;
            /** Format: double */
            dailyLoss: null | number;
            drawdown: null | string;
            /** Format: double */
            maxDrawdown: null | number;
            /** Format: int32 */
            minimumDays: null | number;
            name: null | string;
            /** Format: double */
            profitTarget: null | number;
        };
        JournalPropRuleList: {
            items: components["schemas"]["JournalPropRuleBody"][];
        };
        JournalPropRuleStanding: {
            /** Format: uuid */
            accountId: string;
            currency: string;
            /** Format: uuid */
            id: string;
            name: string;
            rules: components["schemas"]["JournalPropRuleStatusBody"][];
            state: string;
        };
        JournalPropRuleStandingList: {
            items: components["schemas"]["JournalPropRuleStanding"][];
        };
        JournalPropRuleStatusBody: {
            /** Format: date */
            day: null | string;
            /** Format: double */
            limit: number;
            /** Format: double */
            remaining: null | number;
            rule: string;
            state: string;
            unit: string;
            /** Format: double */
            value: null | number;
        };
        JournalQuantilesBody: {
            /** Format: double */
            p5: number;
            /** Format: double */
            p50: number;
            /** Format: double */
            p95: number;
        };
        JournalRateBody: {
            base: string;
            /** Format: date */
            date: string;
            quote: string;
            /** Format: double */
            rate: number;
        };
        JournalRateInput: {
            csv: null | string;
        };
        JournalRateList: {
            items: components["schemas"]["JournalRateBody"][];
        };
        JournalReasonBody: {
            action: components["schemas"]["JournalRuleAction"];
            /** Format: double */
            limit: number;
            message: string;
            missing: string[];
            rule: string;
            /** Format: double */
            value: number;
        };
        JournalReparseInput: {
            choices: null | components["schemas"]["JournalImportChoices"];
            currency: null | string;
            timeZone: null | string;
        };
        /** @enum {unknown} */
        JournalRuleAction: "warn" | "confirm" | "block";
        JournalRuleItem: {
            action: components["schemas"]["JournalRuleAction"];
            value: string;
        };
        JournalRuleLimit: {
            action: components["schemas"]["JournalRuleAction"];
            /** Format: double */
            value: number;
        };
        JournalRulesBody: {
            coolDownMinutes: null | components["schemas"]["JournalRuleLimit"];
            maxDailyLoss: null | components["schemas"]["JournalRuleLimit"];
            maxOpenPositions: null | components["schemas"]["JournalRuleLimit"];
            maxSize: null | components["schemas"]["JournalRuleLimit"];
            maxTradesPerDay: null | components["schemas"]["JournalRuleLimit"];
            pending: null | components["schemas"]["JournalPendingRulesBody"];
            requiredChecklist: components["schemas"]["JournalRuleItem"][];
        };
        JournalRuleSet: {
            coolDownMinutes?: null | components["schemas"]["JournalRuleLimit"];
            maxDailyLoss?: null | components["schemas"]["JournalRuleLimit"];
            maxOpenPositions?: null | components["schemas"]["JournalRuleLimit"];
            maxSize?: null | components["schemas"]["JournalRuleLimit"];
            maxTradesPerDay?: null | components["schemas"]["JournalRuleLimit"];
            requiredChecklist?: components["schemas"]["JournalRuleItem"][];
        };
        JournalRulesInput: {
            coolDownMinutes: null | components["schemas"]["JournalRuleLimit"];
            maxDailyLoss: null | components["schemas"]["JournalRuleLimit"];
            maxOpenPositions: null | components["schemas"]["JournalRuleLimit"];
            maxSize: null | components["schemas"]["JournalRuleLimit"];
            maxTradesPerDay: null | components["schemas"]["JournalRuleLimit"];
            requiredChecklist: null | components["schemas"]["JournalRuleItem"][];
        };
        JournalRuleStanding: {
            action: components["schemas"]["JournalRuleAction"];
            /** Format: double */
            limit: number;
            reached: boolean;
            rule: string;
            /** Format: double */
            value: null | number;
        };
        JournalRuleStatusBody: {
            items: components["schemas"]["JournalAccountStatusBody"][];
            lock: components["schemas"]["JournalLockBody"];
        };
        JournalSampleBody: {
            /** Format: int32 */
            accounts: number;
            /** Format: int32 */
            trades: number;
        };
        JournalScreenshotBody: {
            caption: null | string;
            contentType: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: int32 */
            height: number;
            /** Format: uuid */
            id: string;
            shapes: components["schemas"]["JournalShape"][];
            /** Format: int32 */
            size: number;
            /** Format: int32 */
            width: number;
        };
        JournalScreenshotForm: {
            file: components["schemas"]["IFormFile"];
        };
        JournalScreenshotPatch: {
            caption?: null | string;
            shapes?: null | components["schemas"]["JournalShape"][];
        };
        JournalShape: {
            points: null | components["schemas"]["JournalShapePoint"][];
            text: null | string;
            tone: null | string;
            type: null | string;
        };
        JournalShapePoint: {
            /** Format: double */
            x: number;
            /** Format: double */
            y: number;
        };
        JournalStatisticsBody: {
            conversion?: null | components["schemas"]["JournalConversionBody"];
            currencies: components["schemas"]["JournalCurrencyBody"][];
            currency: null | string;
            figures: {
                [key: string]: components["schemas"]["JournalFigureBody"];
            };
        };
        JournalTagBody: {
            name: string;
            /** Format: int32 */
            trades: number;
        };
        JournalTagInput: {
            name: null | string;
        };
        JournalTagList: {
            items: components["schemas"]["JournalTagBody"][];
        };
        JournalTradeBody: {
            /** Format: uuid */
            accountId: string;
            annotation?: null | components["schemas"]["JournalAnnotationBody"];
            /** Format: date-time */
            closedAt: string;
            currency: string;
            /** Format: double */
            entryPrice: number;
            /** Format: double */
            exitPrice: number;
            /** Format: double */
            fees: number;
            /** Format: int32 */
            fillCount: number;
            fills?: null | components["schemas"]["JournalFillBody"][];
            /** Format: double */
            gross: number;
            hasNote?: boolean;
            /** Format: uuid */
            id: string;
            /** Format: double */
            multiplier: number;
            /** Format: double */
            net: number;
            number: string;
            /** Format: date-time */
            openedAt: string;
            outcome: string;
            /** Format: uuid */
            playbookId?: null | string;
            /** Format: uuid */
            projectId?: null | string;
            /** Format: double */
            quantity: number;
            /** Format: int32 */
            rating?: null | number;
            /** Format: double */
            risk?: null | number;
            screenshots?: null | components["schemas"]["JournalScreenshotBody"][];
            side: string;
            symbol: string;
            tags?: string[];
        };
        JournalTradeExcursionBody: {
            /** Format: double */
            adverse: number;
            /** Format: double */
            adverseMoney: number;
            /** Format: double */
            capture: null | number;
            /** Format: double */
            favourable: number;
            /** Format: double */
            favourableMoney: number;
            isApproximate: boolean;
        };
        JournalTradePage: {
            items: components["schemas"]["JournalTradeBody"][];
            nextCursor: null | string;
        };
        JournalTradePricesBody: {
            excursion: null | components["schemas"]["JournalTradeExcursionBody"];
            items: components["schemas"]["JournalPriceBarBody"][];
            symbol: string;
        };
        JournalViewBody: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            name: string;
            query: string;
        };
        JournalViewInput: {
            name: null | string;
            query: null | string;
        };
        JournalViewList: {
            items: components["schemas"]["JournalViewBody"][];
        };
        JsonElement: unknown;
        JsonObject: Record<string, never>;
        /** @description State of the licence that is best off. */
        LicenceInfo: {
            /** @description Whether the machine's clock was set back; only administrators are told. */
            clockRolledBack: boolean;
            /** @description Whether something is licensed by a key for development, which every page of the administration says. */
            development: boolean;
            /**
             * Format: date-time
             * @description When it expires; only administrators are told.
             */
            expires: null | string;
            /**
             * Format: date-time
             * @description When the days of grace are over; only administrators are told.
             */
            graceEnds: null | string;
            /** @description Who holds it; only administrators are told. */
            licensee: null | string;
            /** @description `core`: there is none, and the open core needs none; otherwise `active`, `expiring`, `grace`, `expired`, `not_yet_valid`, `revoked` or `invalid`. */
            state: string;
        };
        /**
         * @description Where the trust in a key comes from.
         * @enum {unknown}
         */
        LicenceKeySource: "builtIn" | "trustList" | "development";
        /** @description An issuing key. */
        LicenceKeyView: {
            /** @description Its id. */
            id: string;
            /** @description Whether it was taken back. */
            revoked: boolean;
            /** @description Where the trust comes from. */
            source: components["schemas"]["LicenceKeySource"];
        };
        /** @description The licences of the installation. */
        LicenceList: {
            /** @description The time by which licences go. */
            clock: components["schemas"]["ClockView"];
            /**
             * Format: uuid
             * @description What a licence for this installation alone names.
             */
            installationId: string;
            /** @description Every licence that was found, whatever its state. */
            items: components["schemas"]["LicenceView"][];
            /** @description The issuing keys that count here. */
            keys: components["schemas"]["LicenceKeyView"][];
        };
        /**
         * @description Where a licence stands at one moment.
         * @enum {unknown}
         */
        LicenceState: "none" | "invalid" | "revoked" | "expired" | "not_yet_valid" | "grace" | "expiring" | "active";
        /** @description One licence. */
        LicenceView: {
            /** @description Whether that is a key for development. */
            development: boolean;
            /** @description Edition of the plugins that it covers, or null for all. */
            edition: null | string;
            /** @description What it licenses. */
            entitlements: string[];
            /**
             * Format: date-time
             * @description Until when, or null for ever.
             */
            expires: null | string;
            /**
             * Format: int32
             * @description How many days everything goes on after that.
             */
            graceDays: number;
            /**
             * Format: uuid
             * @description Id to remove it by; null for one that the environment holds.
             */
            id: null | string;
            /**
             * Format: date-time
             * @description When it was installed; null for one that the environment holds.
             */
            installedAt: null | string;
            /** @description The key that signed it. */
            keyId: null | string;
            /** @description Who holds it, or null when it does not say. */
            licensee: null | string;
            /** @description How much of something it licenses. */
            limits: {
                [key: string]: number;
            };
            /**
             * Format: date-time
             * @description From when, or null.
             */
            notBefore: null | string;
            /** @description Name of what was bought, or null. */
            plan: null | string;
            /** @description One sentence on the state, or null. */
            reason: null | string;
            /** @description Where it stands. */
            state: components["schemas"]["LicenceState"];
        };
        /** @description The caller's limits. */
        LimitList: {
            /** @description Whether this installation limits anything. */
            enabled: boolean;
            /** @description One entry for each thing that is limited per person. */
            items: components["schemas"]["LimitView"][];
        };
        /** @description One limit of the caller. */
        LimitView: {
            /**
             * Format: int32
             * @description How often within the window.
             */
            limit: number;
            /** @description Its name, such as `chat`. */
            policy: string;
            /**
             * Format: int32
             * @description How often he still may.
             */
            remaining: number;
            /**
             * Format: int64
             * @description When the next one comes back; 0 when none is used.
             */
            resetSeconds: number;
            /**
             * Format: int32
             * @description How often he did within the window that ends now.
             */
            used: number;
            /**
             * Format: int64
             * @description Length of the window, which slides.
             */
            windowSeconds: number;
        };
        /** @description That the process answers. */
        Liveness: {
            state: string;
        };
        /** @description An entry of the navigation, as the catalogue shows it before the plugin is installed. */
        MenuEntry: {
            /** @description Path of the page, for example `/calculator`. */
            path: string;
            /** @description What people see, 1 to 80 characters. */
            title: string;
            /** @description The same title in Simplified Chinese, or `null`. */
            titleZh?: null | string;
        };
        ModelsConnectionChange: {
            apiKey?: null | string;
            baseUrl?: null | string;
            kind?: null | string;
            makeDefault?: null | boolean;
            model?: null | string;
            name?: null | string;
        };
        ModelsConnectionCreated: {
            /** Format: uuid */
            id: string;
        };
        ModelsConnectionItem: {
            apiKey: null | string;
            baseUrl: null | string;
            /** Format: date-time */
            createdAt: null | string;
            /** Format: uuid */
            id: string;
            isDefault: boolean;
            isLocal: boolean;
            kind: string;
            lastTest: null | components["schemas"]["ModelsLastTest"];
            model: string;
            name: string;
            readOnly: boolean;
            source: components["schemas"]["ModelsConnectionSource"];
            /** Format: date-time */
            updatedAt: null | string;
        };
        ModelsConnectionList: {
            /** Format: uuid */
            defaultId: string;
            items: components["schemas"]["ModelsConnectionItem"][];
        };
        /** @enum {unknown} */
        ModelsConnectionSource: "user" | "environment" | "builtin";
        ModelsLastTest: {
            /** Format: date-time */
            at: string;
            code: null | string;
            /** Format: int64 */
            latencyMs: null | number;
            ok: boolean;
        };
        ModelsProviderItem: {
            defaultBaseUrl: null | string;
            found: null | boolean;
            keyRequired: boolean;
            kind: string;
            models: string[];
            name: string;
            suggestedModel: null | string;
        };
        ModelsProviderList: {
            items: components["schemas"]["ModelsProviderItem"][];
        };
        ModelsTestResult: {
            code: null | string;
            /** Format: int64 */
            latencyMs: null | number;
            message: null | string;
            models: string[];
            ok: boolean;
            /** Format: double */
            retryAfter: null | number;
        };
        ModelsUsageLine: {
            /** Format: int32 */
            calls: number;
            /** Format: uuid */
            connectionId: string;
            /** Format: int32 */
            failed: number;
            /** Format: int64 */
            inputTokens: number;
            kind: string;
            /** Format: date-time */
            lastAt: string;
            model: string;
            name: null | string;
            /** Format: int64 */
            outputTokens: number;
        };
        ModelsUsageTotals: {
            /** Format: int32 */
            calls: number;
            /** Format: date-time */
            from: string;
            /** Format: int64 */
            inputTokens: number;
            items: components["schemas"]["ModelsUsageLine"][];
            /** Format: int64 */
            outputTokens: number;
            /** Format: date-time */
            to: string;
        };
        /** @description What would happen if a package were installed; nothing of it has run. */
        PackagePlan: {
            /** @description Active plugins that would stop. */
            breaks: components["schemas"]["PlanBreak"][];
            /** @description What differs from the version that is installed. */
            changes: components["schemas"]["PlanChanges"];
            /** @description One sentence, or null. */
            description: null | string;
            /** @description The same in Simplified Chinese, or null. */
            descriptionZh: null | string;
            /** @description Licence family. */
            edition: components["schemas"]["PluginEdition"];
            /** @description Keys of its features. */
            features: string[];
            /** @description The plugin in it. */
            id: string;
            /** @description Whether it can be installed, once an administrator has agreed to what needs his consent. */
            installable: boolean;
            /** @description Key that it is signed with, or null. */
            keyId: null | string;
            /** @description Entitlements that features of it need, separated by commas, or null. */
            licenceNeed: null | string;
            /** @description Entries that its pages add to the navigation. */
            menu: components["schemas"]["MenuEntry"][];
            /** @description Name for people. */
            name: string;
            /** @description The same in Simplified Chinese, or null. */
            nameZh: null | string;
            /** @description What it asks to do. */
            permissions: string[];
            /** @description Everything that speaks against it. */
            problems: components["schemas"]["PlanProblem"][];
            /** @description Who signed it when the signature is trusted, otherwise who the manifest says, or null. */
            publisher: null | string;
            /** @description Plugins that it needs. */
            requires: components["schemas"]["PlanRequirement"][];
            settings: null | components["schemas"]["JsonElement"];
            /** @description Names the package. */
            sha256: string;
            /**
             * Format: int64
             * @description Length of the package in bytes.
             */
            size: number;
            /** @description What the signature is worth here. */
            trust: components["schemas"]["TrustKind"];
            /** @description Its version. */
            version: string;
        };
        /** @description A package that is sent as a form, or named as JSON to be taken from the feed. */
        PackageUpload: {
            /** @description Id of a plugin of the feed, in JSON. */
            feedId?: null | string;
            file?: null | components["schemas"]["IFormFile"];
            /** @description Its version, or null for the newest. */
            version?: null | string;
        };
        /** @description An active plugin that would stop. */
        PlanBreak: {
            id: string;
            reason: string;
        };
        /** @description What differs from the version that is installed. */
        PlanChanges: {
            addedDependencies: string[];
            addedPermissions: string[];
            fromVersion: null | string;
        };
        /** @description Something that speaks against a package. */
        PlanProblem: {
            /** @description Stable snake_case name. */
            code: string;
            /** @description `unsigned` or `downgrade` when an administrator may agree to it; null when nobody may. */
            consent?: null | string;
            /** @description One sentence. */
            message: string;
        };
        /** @description A plugin that is needed. */
        PlanRequirement: {
            /** @description The plugin. */
            id: string;
            /** @description Versions that will do. */
            range: string;
            /** @description `met`, `missing`, `version` or `inactive`. */
            state: string;
        };
        /** @description The installation, as a page sees it. */
        PlatformInfo: {
            /** @description Whether people must sign in. */
            authRequired: boolean;
            /** @description `self-hosted` or `cloud`. */
            deploymentMode: string;
            /** @description Every feature and whether the caller can open it: it is on, or what it has stored can still be read. */
            features: {
                [key: string]: boolean;
            };
            /** @description State of the licence. */
            licence: components["schemas"]["LicenceInfo"];
            /** @description Language of the call: `en` or `zh-CN`. */
            locale: string;
            /** @description Languages of the product. */
            locales: string[];
            /** @description Whether more than one tenant exists. */
            multiTenancy: boolean;
            /** @description Name of the product. */
            name: string;
            /**
             * Format: date-time
             * @description When the process started, in UTC.
             */
            startedAt: string;
            /**
             * Format: int64
             * @description How long it has been running.
             */
            uptimeSeconds: number;
            user: null | components["schemas"]["CallerInfo"];
            /** @description Its version. */
            version: string;
        };
        /**
         * @description Licence family of a plugin.
         * @enum {unknown}
         */
        PluginEdition: "core" | "cloud" | "community";
        /** @description All plugins. */
        PluginList: {
            items: components["schemas"]["PluginView"][];
        };
        /** @description A plugin's settings. */
        PluginSettingsView: {
            /** @description JSON Schema of the manifest, with defaults. */
            schema: components["schemas"]["JsonElement"];
            /** @description Secrets that are set. Leave one out to keep it, send null to remove it. */
            secretsSet: string[];
            /** @description What was saved, without secrets; the schema's defaults apply to what is missing. */
            values: components["schemas"]["JsonElement"];
        };
        /**
         * @description Where a plugin stands.
         * @enum {unknown}
         */
        PluginState: "discovered" | "starting" | "active" | "disabled" | "waiting" | "incompatible" | "faulted";
        /**
         * @description Why a plugin may run.
         * @enum {unknown}
         */
        PluginTrust: "built_in" | "trusted" | "unsigned" | "folder";
        /** @description One plugin as an administrator sees it. */
        PluginView: {
            /** @description Whether it came with the product. */
            builtIn: boolean;
            /** @description Active plugins that need it. */
            dependants: string[];
            /** @description Ids of plugins that it needs, each with a range. */
            dependsOn: {
                [key: string]: string;
            };
            /** @description One sentence, or null. */
            description: null | string;
            /** @description The same in Simplified Chinese, or null. */
            descriptionZh: null | string;
            /** @description Licence family. */
            edition: components["schemas"]["PluginEdition"];
            failure: null | components["schemas"]["FailureView"];
            fault: null | components["schemas"]["FaultView"];
            /** @description Its features and whether each is on for the caller. */
            features: components["schemas"]["FeatureState"][];
            figures: null | components["schemas"]["FiguresView"];
            /** @description Where it lies on the node that answers. */
            folder: string;
            /** @description Whether it has settings. */
            hasSettings: boolean;
            /** @description Whether it brings pages. */
            hasWeb: boolean;
            /** @description Its id. */
            id: string;
            /** @description Name for people. */
            name: string;
            /** @description The same in Simplified Chinese, or null. */
            nameZh: null | string;
            /** @description What it asks to do. */
            permissions: string[];
            /** @description Who signed it when the signature is trusted, otherwise who the manifest says, or null. */
            publisher: null | string;
            /** @description Why it is not active; null otherwise. */
            reason: null | string;
            /** @description Where it stands. */
            state: components["schemas"]["PluginState"];
            /** @description Why it may run. */
            trust: components["schemas"]["PluginTrust"];
            /** @description The version that serves, or would. */
            version: string;
            /** @description Packages that can serve: the active one and those to go back to. Empty unless it was installed from a package. */
            versions: components["schemas"]["VersionView"][];
        };
        /** @description Problem details (RFC 9457) with a stable code. */
        Problem: {
            /** @description Stable snake_case name that programs may rely on. */
            code: string;
            /** @description What is wrong and what to do, for the user. */
            detail?: string;
            /** @description What is wrong with each field, by JSON path or parameter name. */
            errors?: {
                [key: string]: string[];
            };
            /** @description Names the request in the log. */
            requestId: string;
            /** @description HTTP status. */
            status: number;
            /** @description Phrase of the status. */
            title: string;
            /** @description URN of the code. */
            type: string;
        };
        /** @description All keys. */
        PublisherKeyList: {
            items: components["schemas"]["PublisherKeyView"][];
        };
        /** @description A publisher's key. */
        PublisherKeyView: {
            /** @description Name of the key in signatures; null when it is sent takes that of the public key. */
            keyId: null | string;
            /** @description ECDSA P-256, PEM. */
            publicKey: string;
            /** @description Whose it is. */
            publisher: string;
            /** @description Whether packages signed with it are refused. */
            revoked: boolean;
        };
        /** @description Whether the installation can serve. */
        Readiness: {
            /** @description The database server. */
            database: components["schemas"]["Check"];
            /** @description Why the start failed, or null. */
            failure: null | string;
            /** @description The host's own schema. */
            migrations: components["schemas"]["Check"];
            /** @description Every plugin by its id. */
            plugins: {
                [key: string]: components["schemas"]["Check"];
            };
            /** @description `ready`, `starting`, `degraded` or `failed`. */
            state: string;
        };
        /** @description What removing a plugin would do. */
        RemovalView: {
            /** @description Active plugins that would stop. */
            dependants: string[];
            /** @description Why it can not be removed here, or null. */
            obstacle: null | string;
            /** @description Where its data lies. */
            schema: string;
            /** @description Its tables and their rows; they go with a purge only. */
            tables: components["schemas"]["TableSize"][];
        };
        /**
         * @description Roles within a tenant, each including the ones before it.
         * @enum {unknown}
         */
        Role: "viewer" | "member" | "admin" | "owner";
        /** @description A run, seen from outside. */
        Run: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its kind. */
            kind: string;
            /**
             * Format: date-time
             * @description When it began, in UTC.
             */
            startedAt: string;
            /** @description Where it stands. */
            state: components["schemas"]["RunState"];
            /**
             * Format: uuid
             * @description On whose behalf it works.
             */
            userId: string;
        };
        /**
         * @description Where a run stands.
         * @enum {unknown}
         */
        RunState: "running" | "completed" | "cancelled" | "failed" | "incomplete";
        /** @description New values. */
        SettingChange: {
            /** @description Values as text by the name of the setting; null goes back to the default. */
            values: null | {
                [key: string]: string;
            };
        };
        /** @description One change of a setting. */
        SettingChanged: {
            /** @description What was set then; null where the default counted again. */
            after: null | string;
            /**
             * Format: date-time
             * @description When, in UTC.
             */
            at: string;
            /** @description What was set before, masked for a secret; null where the default counted. */
            before: null | string;
            /** @description Its name. */
            key: string;
            /**
             * Format: uuid
             * @description Who.
             */
            userId: string;
            /** @description His name at that time, or null. */
            userName: null | string;
        };
        /** @description What was changed. */
        SettingHistory: {
            items: components["schemas"]["SettingChanged"][];
        };
        /** @description All settings. */
        SettingList: {
            items: components["schemas"]["SettingView"][];
        };
        /** @description A setting as an administrator sees it. */
        SettingView: {
            /** @description The words that a choice takes. */
            choices: string[];
            /** @description The default, or null where there is none or it depends on the machine. */
            default: null | string;
            /** @description What it means, in the language of the caller. */
            description: string;
            /** @description Whether it can be changed here. */
            editable: boolean;
            /** @description Heading that it stands under, in the language of the caller. */
            group: string;
            /** @description Whether anybody has set it. */
            isSet: boolean;
            /** @description Name of the variable. */
            key: string;
            /**
             * Format: int32
             * @description Greatest value of a number, or null.
             */
            maximum: null | number;
            /**
             * Format: int32
             * @description Least value of a number, or null.
             */
            minimum: null | number;
            /** @description Whether it was changed here and the change waits for a restart. */
            pending: boolean;
            /** @description Whether a change counts only after a restart. */
            restart: boolean;
            /** @description Whether its value is never shown. */
            secret: boolean;
            /** @description `environment`, `dotenv`, `database` or `default`. */
            source: string;
            /** @description `text`, `integer`, `boolean`, `choice`, `folder`, `address`, `proxy` or `hosts`. */
            type: string;
            /** @description The value in force; null for a secret and where there is none. */
            value: null | string;
        };
        /** @description A table and how many rows it has. */
        TableSize: {
            name: string;
            /** Format: int64 */
            rows: number;
        };
        /**
         * @description What a package's signature is worth here.
         * @enum {unknown}
         */
        TrustKind: "trusted" | "unsigned" | "unknown_key" | "revoked_key" | "bad_signature";
        /** @description A package that can serve. */
        VersionView: {
            active: boolean;
            /** Format: date-time */
            installedAt: string;
            sha256: string;
            version: string;
        };
        /** @description A web module that the shell loads. */
        WebModule: {
            /** @description Address of the module. */
            entry: string;
            /** @description Id of the plugin. */
            id: string;
            /** @description Name for people. */
            name: string;
            /** @description Version that is active. */
            version: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "accounts.requestDeletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsPasswordProofRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsDeletionState"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.cancelDeletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.changeEmail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsEmailChangeRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.confirmEmail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsLinkRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.resendConfirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsImportSummary"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsProfile"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.changeMe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsProfileChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsProfile"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.changeAvatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsProfile"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.removeAvatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsPasskeyList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.createPasskey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsPasskeyRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsPasskeyInfo"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.removePasskey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.renamePasskey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsPasskeyName"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsPasskeyInfo"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.passkeyCreationOptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsPasswordProofRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsPasskeyChallenge"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsPasswordChangeRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.forgotPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsForgottenRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.resetPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsResetRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsRegisterRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsSignedIn"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsRegistrationState"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsSessionList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.revokeOtherSessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.revokeSession": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsSignInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsSignedIn"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AccountsSecondFactorProblem"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.signInPasskey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsPasskeyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsSignedIn"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.signInPasskeyOptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsPasskeyChallenge"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.signInSecondFactor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsSecondFactorRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsSignedIn"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsTokenList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.createToken": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsTokenRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsTokenCreated"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.revokeToken": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.twoFactor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsTwoFactorState"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.twoFactorConfirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsCodeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsRecoveryCodeList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.twoFactorDisable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsPasswordProofRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.recoveryCodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsPasswordProofRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsRecoveryCodeList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "accounts.twoFactorSetup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsPasswordProofRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsTwoFactorSetup"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.list": {
        parameters: {
            query?: {
                /** @description Only this action; with a `*` at the end all that begin like it. */
                Action?: string;
                /** @description Where the page before ended. */
                Cursor?: string;
                /** @description Only entries from then on. */
                From?: string;
                /** @description `success`, `refused` or `failed`. */
                Outcome?: string;
                /** @description Only what was done to this. */
                Subject?: string;
                /** @description Only entries before then. */
                To?: string;
                /** @description Only what this person did. */
                User?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditChoices"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.export": {
        parameters: {
            query?: {
                /** @description Only this action; with a `*` at the end all that begin like it. */
                Action?: string;
                /** @description Where the page before ended. */
                Cursor?: string;
                /** @description Only entries from then on. */
                From?: string;
                /** @description `success`, `refused` or `failed`. */
                Outcome?: string;
                /** @description Only what was done to this. */
                Subject?: string;
                /** @description Only entries before then. */
                To?: string;
                /** @description Only what this person did. */
                User?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditCheck"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "features.list": {
        parameters: {
            query?: {
                tenant?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "feed.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsInvitationList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsInvitationRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsInvitationCreated"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.revokeInvitation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "licences.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "licences.install": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstallLicence"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "licences.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.mail": {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsMailPage"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.readMail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsMailText"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.removeMail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PluginList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PluginView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.remove": {
        parameters: {
            query?: {
                purge?: boolean;
                stop?: string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PluginView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PluginView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.removal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovalView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PluginView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.rollback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PluginView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.install": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstallationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PluginView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackageUpload"];
                "multipart/form-data": components["schemas"]["PackageUpload"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackagePlan"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "publisherKeys.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublisherKeyList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "publisherKeys.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublisherKeyView"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublisherKeyView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "publisherKeys.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsRoleList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsAnySessionList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.revokeSession": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "settings.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "settings.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "settings.history": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingHistory"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.users": {
        parameters: {
            query?: {
                cursor?: string;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsUserPage"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.changeUser": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsUserChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsUserInfo"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.resetPassword": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "admin.signOutUser": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "analytics.consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyticsConsentView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "analytics.choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalyticsChoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyticsConsentView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "analytics.delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyticsDeliveryView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "analytics.chooseForTenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalyticsChoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyticsDeliveryView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "coaches.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingCoachView"][];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "coaching.model": {
        parameters: {
            query?: {
                connectionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingAnsweringModel"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "conversations.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingConversationPage"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "conversations.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoachingCreateConversation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingConversationView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "conversations.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingConversationView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "conversations.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "conversations.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoachingChangeConversation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingConversationView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "messages.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingMessagePage"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "messages.send": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoachingSendMessage"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "messages.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "conversations.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachingConversationView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "platform.events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "insights.usage": {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightsUsageView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalAccountList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.addAccount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalAccountInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalAccountBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalAccountBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.updateAccount": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalAccountInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalAccountBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.changeAccount": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalAccountPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalAccountBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.cash": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalCashList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.addCash": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalCashInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalCashBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.removeCash": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                movementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.afterLoss": {
        parameters: {
            query?: {
                accountId?: string[];
                base?: string;
                currency?: string;
                days?: string;
                from?: string;
                hour?: number;
                maxDuration?: number;
                maxSize?: number;
                minDuration?: number;
                minSize?: number;
                outcome?: string;
                projectId?: string;
                returns?: string;
                setup?: string;
                side?: string;
                sinceReset?: boolean;
                symbol?: string;
                tag?: string[];
                to?: string;
                unit?: string;
                view?: string;
                weekday?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalAfterLossBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.behaviour": {
        parameters: {
            query?: {
                accountId?: string[];
                base?: string;
                currency?: string;
                days?: string;
                from?: string;
                hour?: number;
                maxDuration?: number;
                maxSize?: number;
                minDuration?: number;
                minSize?: number;
                outcome?: string;
                projectId?: string;
                returns?: string;
                setup?: string;
                side?: string;
                sinceReset?: boolean;
                symbol?: string;
                tag?: string[];
                to?: string;
                unit?: string;
                view?: string;
                weekday?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalBehaviourBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.behaviourFeedback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                detector: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalFeedbackInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalFeedbackBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.breakdown": {
        parameters: {
            query?: {
                accountId?: string[];
                base?: string;
                by?: string;
                currency?: string;
                days?: string;
                from?: string;
                hour?: number;
                maxDuration?: number;
                maxSize?: number;
                minDuration?: number;
                minSize?: number;
                outcome?: string;
                projectId?: string;
                returns?: string;
                setup?: string;
                side?: string;
                sinceReset?: boolean;
                symbol?: string;
                tag?: string[];
                to?: string;
                unit?: string;
                view?: string;
                weekday?: number;
            };
            header?: never;
            path: {
                dimension: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalBreakdownBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.calendar": {
        parameters: {
            query?: {
                accountId?: string[];
                base?: string;
                currency?: string;
                days?: string;
                from?: string;
                hour?: number;
                maxDuration?: number;
                maxSize?: number;
                minDuration?: number;
                minSize?: number;
                month?: string;
                outcome?: string;
                projectId?: string;
                returns?: string;
                setup?: string;
                side?: string;
                sinceReset?: boolean;
                symbol?: string;
                tag?: string[];
                to?: string;
                unit?: string;
                view?: string;
                weekday?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalCalendarBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.checkTrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalCheckInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalCheckBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.overrideCheck": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                checkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalOverrideInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalOverrideBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.compare": {
        parameters: {
            query?: {
                accountId?: string[];
                base?: string;
                currency?: string;
                days?: string;
                from?: string;
                hour?: number;
                maxDuration?: number;
                maxSize?: number;
                minDuration?: number;
                minSize?: number;
                otherFrom?: string;
                otherTo?: string;
                outcome?: string;
                projectId?: string;
                returns?: string;
                setup?: string;
                side?: string;
                sinceReset?: boolean;
                symbol?: string;
                tag?: string[];
                to?: string;
                unit?: string;
                view?: string;
                weekday?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalComparisonBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.days": {
        parameters: {
            query?: {
                accountId?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalDayList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.day": {
        parameters: {
            query?: {
                accountId?: string;
            };
            header?: never;
            path: {
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalDayBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.saveDay": {
        parameters: {
            query?: {
                accountId?: string;
            };
            header?: never;
            path: {
                date: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalDayPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalDayBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.equity": {
        parameters: {
            query?: {
                accountId?: string[];
                base?: string;
                currency?: string;
                days?: string;
                from?: string;
                hour?: number;
                maxDuration?: number;
                maxSize?: number;
                minDuration?: number;
                minSize?: number;
                outcome?: string;
                projectId?: string;
                returns?: string;
                setup?: string;
                side?: string;
                sinceReset?: boolean;
                symbol?: string;
                tag?: string[];
                to?: string;
                unit?: string;
                view?: string;
                weekday?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalEquityBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.exchangeRates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalRateList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.replaceExchangeRates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalRateInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalRateList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.export": {
        parameters: {
            query?: {
                accountId?: string[];
                base?: string;
                currency?: string;
                days?: string;
                format?: string;
                from?: string;
                hour?: number;
                maxDuration?: number;
                maxSize?: number;
                minDuration?: number;
                minSize?: number;
                outcome?: string;
                projectId?: string;
                returns?: string;
                setup?: string;
                side?: string;
                sinceReset?: boolean;
                symbol?: string;
                tag?: string[];
                to?: string;
                unit?: string;
                view?: string;
                weekday?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalFormatList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.importMappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalMappingList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.saveImportMapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalMappingInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalMappingBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.removeImportMapping": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.imports": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalImportPage"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["JournalImportForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalImportBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.importDetails": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalImportBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.removeImport": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.commitImport": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalImportBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.reparseImport": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalReparseInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalImportBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.importRows": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                verdict?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalImportRowPage"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.undoImport": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalImportBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.inspectImport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["JournalImportForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalInspectionBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.instrument": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                symbol: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalInstrumentBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.saveInstrument": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                symbol: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalInstrumentPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalInstrumentBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalLockBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.lockTrading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalLockInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalLockBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.monteCarlo": {
        parameters: {
            query?: {
                accountId?: string[];
                base?: string;
                currency?: string;
                days?: string;
                from?: string;
                hour?: number;
                maxDuration?: number;
                maxSize?: number;
                minDuration?: number;
                minSize?: number;
                mode?: string;
                outcome?: string;
                paths?: number;
                projectId?: string;
                returns?: string;
                ruin?: number;
                seed?: number;
                setup?: string;
                side?: string;
                sinceReset?: boolean;
                symbol?: string;
                tag?: string[];
                to?: string;
                trades?: number;
                unit?: string;
                view?: string;
                weekday?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalMonteCarloBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.playbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPlaybookList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.addPlaybook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalPlaybookPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPlaybookBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.playbook": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPlaybookDetails"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.removePlaybook": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.changePlaybook": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalPlaybookPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPlaybookBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.restorePlaybook": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPlaybookBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPositionList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.priceBars": {
        parameters: {
            query: {
                from: string;
                symbol: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPriceBarList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.addPriceBars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["JournalPriceBarForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPriceBarSummary"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalProjectList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.addProject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalProjectPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalProjectBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.removeProject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.changeProject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalProjectPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalProjectBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.restoreProject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalProjectBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.propRules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPropRuleList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.addPropRules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalPropRuleInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPropRuleBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.removePropRules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.propRuleStatus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPropRuleStandingList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalRulesBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.setRules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalRulesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalRulesBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.overrides": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalOverridePage"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.ruleStatus": {
        parameters: {
            query?: {
                accountId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalRuleStatusBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.loadSample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalSampleBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.removeSample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalSampleBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.screenshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.removeScreenshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.changeScreenshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalScreenshotPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalScreenshotBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.statistics": {
        parameters: {
            query?: {
                accountId?: string[];
                base?: string;
                currency?: string;
                days?: string;
                from?: string;
                hour?: number;
                maxDuration?: number;
                maxSize?: number;
                minDuration?: number;
                minSize?: number;
                outcome?: string;
                projectId?: string;
                returns?: string;
                setup?: string;
                side?: string;
                sinceReset?: boolean;
                symbol?: string;
                tag?: string[];
                to?: string;
                unit?: string;
                view?: string;
                weekday?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalStatisticsBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.statisticDefinitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalFigureDefinitionList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalTagList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.removeTag": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalChangedBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.renameTag": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalTagInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalChangedBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.trades": {
        parameters: {
            query?: {
                accountId?: string[];
                base?: string;
                currency?: string;
                cursor?: string;
                days?: string;
                from?: string;
                hour?: number;
                limit?: number;
                maxDuration?: number;
                maxSize?: number;
                minDuration?: number;
                minSize?: number;
                order?: string;
                outcome?: string;
                projectId?: string;
                returns?: string;
                setup?: string;
                side?: string;
                sinceReset?: boolean;
                symbol?: string;
                tag?: string[];
                to?: string;
                unit?: string;
                view?: string;
                weekday?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalTradePage"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.trade": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalTradeBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.annotateTrade": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalAnnotationPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalAnnotationBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.tradePrices": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalTradePricesBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.addScreenshot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["JournalScreenshotForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalScreenshotBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.annotateTrades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalBulkPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalChangedBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalViewList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.saveView": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalViewBody"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "journal.removeView": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "limits.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "platform.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallerInfo"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models.connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelsConnectionList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models.addConnection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelsConnectionChange"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelsConnectionCreated"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models.changeConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelsConnectionChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelsConnectionItem"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models.deleteConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models.makeDefault": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models.restoreConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models.testConnection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelsTestResult"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models.providers": {
        parameters: {
            query?: {
                detect?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelsProviderList"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "models.usage": {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelsUsageTotals"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "platform.describe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformInfo"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.settings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PluginSettingsView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plugins.saveSettings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JsonElement"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PluginSettingsView"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "runs.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "runs.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "runs.events": {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ui.plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebModule"][];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description What was refused or went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
