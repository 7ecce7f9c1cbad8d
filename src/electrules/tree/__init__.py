"""The public evaluation tree: few closed, frozen nodes, each citing its law. Never imports Lark."""
