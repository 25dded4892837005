package org.postkontor.auth.oauth.internal;

import java.time.Clock;

import org.postkontor.account.Branding;
import org.postkontor.auth.spi.OAuthErrors;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.HttpService;

/** What every sign-in needs from outside. */
record Services(HttpService http, Clock clock, DeadlineTimer timer, Branding branding, OAuthErrors errors) {
}
