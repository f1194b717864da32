package org.kolsuite.gateway.routing;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Which call uses a connection to a service now. A client that breaks off makes the proxy reset its call, and Vert.x 4.5 closes the
 * connection for it even when the answer had come whole and the pool has given the connection to somebody else, who then gets none.
 * So a reset reaches the connection only while it is still the call's own.
 */
final class ConnectionUse {
    private final Map<HttpConnection, Object> users = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Notes that this call uses its connection from now on.
     *
     * @return the same request, whose resets harm nobody else
     */
    HttpClientRequest by(HttpClientRequest request) {
        HttpConnection connection = request.connection();
        Object user = new Object();
        users.put(connection, user);
        return (HttpClientRequest) Proxy.newProxyInstance(
                HttpClientRequest.class.getClassLoader(),
                new Class<?>[] {HttpClientRequest.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("reset") && users.get(connection) != user) {
                        return false;
                    }
                    try {
                        return method.invoke(request, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
