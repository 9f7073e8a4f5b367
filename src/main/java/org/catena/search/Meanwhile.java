package org.catena.search;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work that an idle processor does while its result is not yet wanted. Where none is
 * idle, whoever wants it does it: nothing waits in a queue, and nobody for a thread. It
 * must not use the connection or the session of whoever begins it.
 *
 * @param <T> the result
 */
final class Meanwhile<T> {

	/** Seconds after which a thread that has nothing to do ends. */
	private static final int IDLE = 10;

	private static final Executor PROCESSORS = new ThreadPoolExecutor(0, Runtime.getRuntime().availableProcessors(),
			IDLE, TimeUnit.SECONDS, new SynchronousQueue<>(), (work) -> {
				Thread thread = new Thread(work, "search");
				thread.setDaemon(true);
				return thread;
			}, new ThreadPoolExecutor.DiscardPolicy());

	private final FutureTask<T> task;

	private Meanwhile(Callable<T> work) {
		this.task = new FutureTask<>(work);
	}

	static <T> Meanwhile<T> begin(Callable<T> work) {
		Meanwhile<T> meanwhile = new Meanwhile<>(work);
		PROCESSORS.execute(meanwhile.task);
		return meanwhile;
	}

	/** Does the work here if nobody has begun it; waits for nobody. */
	void start() {
		this.task.run();
	}

	/**
	 * The result.
	 * @throws IllegalStateException if the work failed by a checked exception, or the
	 * thread was interrupted
	 */
	T get() {
		start();
		try {
			return this.task.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
