"""What gunicorn is told besides its socket and its threads (its own names, see its settings page)."""

worker_class = "gthread"

# nothing heavy may be loaded before the fork: threads and native libraries do not survive it
preload_app = False

# a stopped app lets running questions finish, but not for long: somebody waits at the terminal
graceful_timeout = 5

# no access log: addresses hold the ids of citizens, and reads are logged by the audit trail instead
accesslog = None
errorlog = "-"
loglevel = "warning"

# the supervisor is the only one to control it
control_socket_disable = True

# what stands in a request line at most; questions travel in the body
limit_request_line = 4094
