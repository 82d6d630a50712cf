"""How Alembic runs our migrations: on the connection it is given, in batch mode."""

from alembic import context

from airwars_desk.store.migrate import is_ours_to_compare

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["metadata"],
    render_as_batch=True,
    compare_type=True,
    include_object=is_ours_to_compare,
    transactional_ddl=False,
)
context.run_migrations()
