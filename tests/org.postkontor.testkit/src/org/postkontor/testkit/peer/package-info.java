/**
 * Servers that do what a test says.
 * <p>
 * A {@link org.postkontor.testkit.peer.ScriptedServer} runs one {@link org.postkontor.testkit.peer.Script} per
 * connection, either a list of {@link org.postkontor.testkit.peer.Steps} or code, and keeps a
 * {@link org.postkontor.testkit.peer.Transcript} that tells for every line whether TLS was on. The ready-made
 * {@link org.postkontor.testkit.peer.SmtpPeer}, {@link org.postkontor.testkit.peer.ImapPeer} and
 * {@link org.postkontor.testkit.peer.Pop3Peer} behave well until their
 * {@link org.postkontor.testkit.peer.FaultPlan} says otherwise; {@link org.postkontor.testkit.peer.HttpPeer} answers
 * by path. All of them listen on 127.0.0.1 at a free port, from construction until {@code close()}.
 */
package org.postkontor.testkit.peer;
