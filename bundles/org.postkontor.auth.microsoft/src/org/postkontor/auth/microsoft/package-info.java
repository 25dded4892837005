/**
 * Sign-in with work, school and personal Microsoft accounts, on MSAL4J; registered as provider {@code microsoft} like any
 * other. Settings of a binding: {@code clientId}, {@code tenant} ({@code common}, {@code organizations}, {@code consumers}, an
 * id or a domain), {@code cloud} ({@code global}, {@code us-gov}, {@code us-dod}, {@code china}), and for a cloud of its own
 * {@code loginHost}, {@code exchangeResource} and {@code graphHost}. Without a client id in the binding, the branding's client
 * counts whose issuer is {@code https://login.microsoftonline.com}, optionally followed by a tenant.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.microsoft;
