package org.postkontor.auth.microsoft.internal;

import java.time.Clock;

import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.HttpService;

/** What every sign-in needs from outside. */
record Services(HttpService http, Clock clock, DeadlineTimer timer, MicrosoftErrors errors) {
}
