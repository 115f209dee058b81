namespace Callout.Kernel;

/// <summary>There is no such thing, or none for you; the two are told apart by nobody.</summary>
public sealed class Missing() : Exception("There is nothing here, or nothing that you may see.");

/// <summary>The version that was seen is not the present one.</summary>
public sealed class Stale(long seen, long present) : Exception($"This was changed meanwhile: you saw version {seen}, it is now at version {present}.")
{
    public static void If(long? seen, long present)
    {
        if (seen is { } version && version != present) throw new Stale(version, present);
    }
}

/// <summary>What was sent cannot be read; names the field.</summary>
public sealed class Unreadable(string where, string message, string code = "request.unreadable") : Exception(message)
{
    public string Field => where;

    public string Code => code;
}

/// <summary>Nobody is signed in.</summary>
public sealed class Unauthenticated() : Exception("Sign in, or send an API key.");

/// <summary>This role never may.</summary>
public sealed class Forbidden(string rule) : Exception($"Your role may not do this. It takes: {rule}.");

/// <summary>The office has locked the device that asks, or wants it emptied.</summary>
public sealed class Stopped() : Exception("The office has locked this device. What you recorded is kept; ask your office.");

/// <summary>A page of somebody else's made the browser send this.</summary>
public sealed class CrossSite() : Exception("This was not sent by Callout's own pages. Send it from the same origin, with the header X-Callout.");

/// <summary>Nobody can say whether it was written. The same command id may be sent again without harm.</summary>
public sealed class Unknown(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>More is asked for than can be taken in; try again in a moment.</summary>
public sealed class Busy() : Exception("The server is busy. Send the same request again in a moment.");

/// <summary>The disk is full: what was asked has not been written.</summary>
public sealed class Full() : Exception("The disk is full, so nothing can be written. Reading goes on.");
