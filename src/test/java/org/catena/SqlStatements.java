package org.catena;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Notes the statements that a thread sends to the database, whoever sends them.
 */
public class SqlStatements implements BeanPostProcessor {

	private static final ThreadLocal<@Nullable List<String>> noted = new ThreadLocal<>();

	/** The statements that some work sends, in order. */
	public static List<String> of(Runnable work) {
		List<String> statements = new ArrayList<>();
		noted.set(statements);
		try {
			work.run();
			return statements;
		}
		finally {
			noted.remove();
		}
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof DataSource dataSource) ? new Noting(dataSource) : bean;
	}

	private static <T> T noting(Class<T> type, T target) {
		InvocationHandler handler = (proxy, method, arguments) -> {
			List<String> statements = noted.get();
			if (statements != null && arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
					&& (method.getName().startsWith("prepare") || method.getName().startsWith("execute"))) {
				statements.add(sql);
			}
			try {
				Object result = method.invoke(target, arguments);
				return (result instanceof Statement statement && method.getName().equals("createStatement"))
						? noting(Statement.class, statement) : result;
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		};
		return type
			.cast(Proxy.newProxyInstance(SqlStatements.class.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private static final class Noting extends DelegatingDataSource {

		Noting(DataSource target) {
			super(target);
		}

		@Override
		public Connection getConnection() throws SQLException {
			return noting(Connection.class, super.getConnection());
		}

	}

}
