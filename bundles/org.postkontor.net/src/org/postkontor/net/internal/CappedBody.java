package org.postkontor.net.internal;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.postkontor.net.RefusedConnectionException;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Collects a body and cuts the connection as soon as it is larger than allowed, whatever its headers promised. */
@NonNullByDefault({})
final class CappedBody implements BodySubscriber<byte[]> {
	private final int maxBytes;
	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final CompletableFuture<byte[]> result = new CompletableFuture<>();
	private Subscription subscription;

	CappedBody(int maxBytes) {
		this.maxBytes = maxBytes;
	}

	@Override
	public CompletionStage<byte[]> getBody() {
		return result;
	}

	@Override
	public void onSubscribe(Subscription newSubscription) {
		subscription = newSubscription;
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			if (bytes.size() + buffer.remaining() > maxBytes) {
				subscription.cancel();
				result.completeExceptionally(new RefusedConnectionException(
						Problem.of("net.too-large", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.NONE).with("limit", maxBytes)));
				return;
			}
			byte[] part = new byte[buffer.remaining()];
			buffer.get(part);
			bytes.write(part, 0, part.length);
		}
	}

	@Override
	public void onError(Throwable failure) {
		result.completeExceptionally(failure);
	}

	@Override
	public void onComplete() {
		result.complete(bytes.toByteArray());
	}
}
