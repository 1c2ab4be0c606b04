# The bot in a container: `docker compose up -d` (compose.yaml), or by hand
#   docker build -t longhubang .
#   docker run -d --env-file .env -v longhubang-books:/app/data longhubang

FROM python:3.11-slim AS packages
COPY requirements.lock .
# The environment has no pip of its own, so none is left in the image.
RUN python -m venv --without-pip /opt/longhubang \
 && python -m pip --python /opt/longhubang install --no-cache-dir --disable-pip-version-check \
    --require-hashes --only-binary :all: -r requirements.lock

FROM python:3.11-slim
RUN python -m pip uninstall --yes --root-user-action ignore setuptools wheel pip \
 && useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin longhubang
COPY --from=packages /opt/longhubang /opt/longhubang
WORKDIR /app
COPY LICENSE main.py ./
COPY kpi kpi
COPY storage storage
COPY bot bot
COPY handlers handlers
ENV PATH=/opt/longhubang/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    LANG=C.UTF-8 \
    MPLCONFIGDIR=/tmp/matplotlib
# Readable whatever the modes of the checkout are, compiled because the root may be mounted read-only, and the folder of
# the books made for the bot's user: a new volume takes over its owner and mode.
RUN chmod -R u=rwX,go=rX . \
 && python -m compileall -q . \
 && install -d -m 0700 -o longhubang -g longhubang data
USER 10001:10001
VOLUME ["/app/data"]
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=1m --timeout=10s --start-period=2m --retries=3 CMD ["python", "main.py", "check", "--alive"]
ENTRYPOINT ["python", "main.py"]
CMD ["run"]
