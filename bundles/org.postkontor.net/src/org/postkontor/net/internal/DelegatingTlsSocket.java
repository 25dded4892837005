package org.postkontor.net.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.Set;

import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** As {@link DelegatingSocket}, for TLS: Java has no second base class to share. */
@NonNullByDefault({})
abstract class DelegatingTlsSocket extends SSLSocket {
	abstract SSLSocket delegate();

	@Override
	public void connect(SocketAddress endpoint) throws IOException {
		connect(endpoint, 0);
	}

	@Override
	public void connect(SocketAddress endpoint, int timeout) throws IOException {
		delegate().connect(endpoint, timeout);
	}

	@Override
	public void bind(SocketAddress address) throws IOException {
		delegate().bind(address);
	}

	@Override
	public InetAddress getInetAddress() {
		return delegate().getInetAddress();
	}

	@Override
	public InetAddress getLocalAddress() {
		return delegate().getLocalAddress();
	}

	@Override
	public int getPort() {
		return delegate().getPort();
	}

	@Override
	public int getLocalPort() {
		return delegate().getLocalPort();
	}

	@Override
	public SocketAddress getRemoteSocketAddress() {
		return delegate().getRemoteSocketAddress();
	}

	@Override
	public SocketAddress getLocalSocketAddress() {
		return delegate().getLocalSocketAddress();
	}

	@Override
	public SocketChannel getChannel() {
		return null; // bytes that go past our streams would not be counted
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return delegate().getInputStream();
	}

	@Override
	public OutputStream getOutputStream() throws IOException {
		return delegate().getOutputStream();
	}

	@Override
	public void setTcpNoDelay(boolean on) throws SocketException {
		delegate().setTcpNoDelay(on);
	}

	@Override
	public boolean getTcpNoDelay() throws SocketException {
		return delegate().getTcpNoDelay();
	}

	@Override
	public void setSoLinger(boolean on, int linger) throws SocketException {
		delegate().setSoLinger(on, linger);
	}

	@Override
	public int getSoLinger() throws SocketException {
		return delegate().getSoLinger();
	}

	@Override
	public void setSoTimeout(int timeout) throws SocketException {
		delegate().setSoTimeout(timeout);
	}

	@Override
	public int getSoTimeout() throws SocketException {
		return delegate().getSoTimeout();
	}

	@Override
	public void setSendBufferSize(int size) throws SocketException {
		delegate().setSendBufferSize(size);
	}

	@Override
	public int getSendBufferSize() throws SocketException {
		return delegate().getSendBufferSize();
	}

	@Override
	public void setReceiveBufferSize(int size) throws SocketException {
		delegate().setReceiveBufferSize(size);
	}

	@Override
	public int getReceiveBufferSize() throws SocketException {
		return delegate().getReceiveBufferSize();
	}

	@Override
	public void setKeepAlive(boolean on) throws SocketException {
		delegate().setKeepAlive(on);
	}

	@Override
	public boolean getKeepAlive() throws SocketException {
		return delegate().getKeepAlive();
	}

	@Override
	public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
		delegate().setOption(name, value);
		return this;
	}

	@Override
	public <T> T getOption(SocketOption<T> name) throws IOException {
		return delegate().getOption(name);
	}

	@Override
	public Set<SocketOption<?>> supportedOptions() {
		return delegate().supportedOptions();
	}

	@Override
	public void close() throws IOException {
		delegate().close();
	}

	@Override
	public void shutdownInput() throws IOException {
		delegate().shutdownInput();
	}

	@Override
	public void shutdownOutput() throws IOException {
		delegate().shutdownOutput();
	}

	@Override
	public boolean isConnected() {
		return delegate().isConnected();
	}

	@Override
	public boolean isBound() {
		return delegate().isBound();
	}

	@Override
	public boolean isClosed() {
		return delegate().isClosed();
	}

	@Override
	public boolean isInputShutdown() {
		return delegate().isInputShutdown();
	}

	@Override
	public boolean isOutputShutdown() {
		return delegate().isOutputShutdown();
	}

	@Override
	public String toString() {
		return delegate().toString();
	}

	@Override
	public String[] getSupportedCipherSuites() {
		return delegate().getSupportedCipherSuites();
	}

	@Override
	public String[] getEnabledCipherSuites() {
		return delegate().getEnabledCipherSuites();
	}

	@Override
	public void setEnabledCipherSuites(String[] suites) {
		delegate().setEnabledCipherSuites(suites);
	}

	@Override
	public String[] getSupportedProtocols() {
		return delegate().getSupportedProtocols();
	}

	@Override
	public String[] getEnabledProtocols() {
		return delegate().getEnabledProtocols();
	}

	@Override
	public void setEnabledProtocols(String[] protocols) {
		delegate().setEnabledProtocols(protocols);
	}

	@Override
	public SSLSession getSession() {
		return delegate().getSession();
	}

	@Override
	public SSLSession getHandshakeSession() {
		return delegate().getHandshakeSession();
	}

	@Override
	public SSLParameters getSSLParameters() {
		return delegate().getSSLParameters();
	}

	@Override
	public void setSSLParameters(SSLParameters parameters) {
		delegate().setSSLParameters(parameters);
	}

	@Override
	public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
		delegate().addHandshakeCompletedListener(listener);
	}

	@Override
	public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
		delegate().removeHandshakeCompletedListener(listener);
	}

	@Override
	public void startHandshake() throws IOException {
		delegate().startHandshake();
	}

	@Override
	public boolean getEnableSessionCreation() {
		return delegate().getEnableSessionCreation();
	}

	@Override
	public void setEnableSessionCreation(boolean flag) {
		delegate().setEnableSessionCreation(flag);
	}

	@Override
	public String getApplicationProtocol() {
		return delegate().getApplicationProtocol();
	}

	@Override
	public String getHandshakeApplicationProtocol() {
		return delegate().getHandshakeApplicationProtocol();
	}

	@Override
	public void setUseClientMode(boolean mode) {
		if (!mode) {
			throw new IllegalArgumentException("client sockets only");
		}
	}

	@Override
	public boolean getUseClientMode() {
		return true;
	}

	@Override
	public void setNeedClientAuth(boolean need) {
		// a matter of servers
	}

	@Override
	public boolean getNeedClientAuth() {
		return false;
	}

	@Override
	public void setWantClientAuth(boolean want) {
		// a matter of servers
	}

	@Override
	public boolean getWantClientAuth() {
		return false;
	}
}
