/**
 * The one way out: every connection of the house begins here, so that proxies, TLS policy, time and size limits are
 * decided in one place.
 * <ul>
 * <li>{@link org.postkontor.net.HttpService}: HTTP with limits and redirect rules, for discovery and sign-in;</li>
 * <li>{@link org.postkontor.net.HttpUploads}: the same for a body that is streamed, with a known last moment;</li>
 * <li>{@link org.postkontor.net.SocketFactories}: sockets for mail protocols, with TCP_NODELAY, byte caps before
 * authentication and deadlines;</li>
 * <li>{@link org.postkontor.net.TlsPolicy}: who is trusted for what;</li>
 * <li>{@link org.postkontor.net.NameLookup}: addresses of a host within a time limit;</li>
 * <li>{@link org.postkontor.net.DeadlineTimer}: the one source of time-outs;</li>
 * <li>{@link org.postkontor.net.ConnectionProblems}: what an exception of any of these means.</li>
 * </ul>
 * The office's own certificate authority comes from {@link org.postkontor.net.OfficeTrust}, registered by the application;
 * it counts for every connection that is made after its registration. HTTP goes through the HTTP proxies of the Eclipse
 * preferences, mail through their SOCKS proxy.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.net;
